import Domain
import Foundation
import Testing

@Suite struct MoodTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)
    private let upset = Affect(valence: -0.7, arousal: 0.7)
    private let plain = Affect.neutral

    @Test func oneStrongTurnUpsetsAndPlainOnesCalm() {
        var mood = Mood()
        #expect(mood.valence == 0 && !mood.isUpset && !mood.isElated)
        mood.note(upset, at: start)
        #expect(mood.isUpset)
        mood.note(plain, at: start + 10)
        #expect(mood.isUpset)  // one order to the house does not mean all is well
        for turn in 2..<6 { mood.note(plain, at: start + Double(turn) * 10) }
        #expect(!mood.isUpset)
    }

    @Test func mildWordsChangeNothing() {
        var mood = Mood()
        for turn in 0..<10 { mood.note(Affect(valence: turn.isMultiple(of: 2) ? -0.25 : 0.25, arousal: 0.3), at: start + Double(turn)) }
        #expect(!mood.isUpset && !mood.isElated)
    }

    @Test func staysUpsetBetweenTheThresholds() {
        var mood = Mood()
        mood.note(upset, at: start)
        mood.note(plain, at: start)
        #expect(mood.valence > -0.35 && mood.valence < -0.15 && mood.isUpset)
        var other = Mood()
        other.note(Affect(valence: -0.45, arousal: 0.5), at: start)
        #expect(other.valence > -0.35 && other.valence < -0.15 && !other.isUpset)
    }

    @Test func joyLifts() {
        var mood = Mood()
        mood.note(upset, at: start)
        mood.note(Affect(valence: 0.9, arousal: 0.8), at: start + 60)
        #expect(!mood.isUpset && !mood.isElated)
        mood.note(Affect(valence: 0.9, arousal: 0.8), at: start + 120)
        mood.note(Affect(valence: 0.9, arousal: 0.8), at: start + 180)
        #expect(mood.isElated)
    }

    @Test func timeHealsAndNeverRunsBackwards() {
        var mood = Mood()
        mood.note(upset, at: start)
        mood.note(plain, at: start + 3_600)
        #expect(!mood.isUpset)
        var same = Mood()
        same.note(upset, at: start)
        same.note(plain, at: start - 3_600)
        #expect(same.isUpset)
    }
}
