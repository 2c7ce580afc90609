import Domain
import Foundation

extension IndexContents {
    /// What bears on a query, best first.
    func search(_ query: SearchQuery, _ analyzed: AnalyzedQuery, _ room: SearchRoom) -> [Hit] {
        guard query.limit > 0, count > 0 else { return [] }
        room.fit(slots: slots.count, terms: postings.termCount)
        let plan = SearchPlan(query, analyzed, in: self)
        return withReader { reader in
            let shortlist = Shortlist(plan: plan, contents: self, reader: reader, room: room, preferred: query.preferred)
            let listed = shortlist.slots(), evidence = Evidence(plan, reader, shortlist: listed, room)
            defer {
                evidence.clear()
                shortlist.clear()
            }
            return Ranking(query: query, plan: plan, contents: self, reader: reader, evidence: evidence, cosines: room.cosines.values)
                .hits(among: listed, newest: shortlist.newest())
        }
    }
}

/// Orders what is on the shortlist by all that speaks for it.
struct Ranking {
    let query: SearchQuery
    let plan: SearchPlan
    let contents: IndexContents
    let reader: IndexReader
    let evidence: Evidence
    let cosines: UnsafeMutableBufferPointer<Float>

    private struct Scored {
        var slot: Int
        var score: Float = 0
        var words: Evidence.Words
        var cosine: Float?
        var isNear = false
        var entities: [String] = []
    }

    func hits(among listed: [Int], newest: [Int]) -> [Hit] {
        let slots = contents.slots
        var shown: Set<Int> = [], hits: [Hit] = []
        for scored in scored(candidates(listed, newest)) {
            // What was drawn and what it was drawn from are one result: the latter, if that may be found.
            var slot = scored.slot
            if let origin = slots.origins[UInt32(slot)].flatMap(slots.slot), plan.mayBeFound(origin, reader) { slot = origin }
            guard shown.insert(slot).inserted else { continue }
            hits.append(Hit(id: slots.ids[slot], score: Double(scored.score), reasons: reasons(scored)))
            if hits.count == query.limit { break }
        }
        return hits
    }

    /// The best by passage and the best by meaning, and the newest of what the query names: all else comes after these.
    private func candidates(_ listed: [Int], _ newest: [Int]) -> [Scored] {
        let limit = max(contents.limits.ranked, query.limit)
        var byPassage = Best(limit), byMeaning = Best(limit), words: [Int: Evidence.Words] = [:]
        for slot in listed {
            let found = evidence.words(slot)
            if found.passage > byPassage.bar && found.passage > 0 {
                byPassage.add(found.passage, slot)
                words[slot] = found
            }
            if cosines[slot] > byMeaning.bar && cosines[slot] > 0 { byMeaning.add(cosines[slot], slot) }
        }
        return Set(byPassage.slots + byMeaning.slots + newest).map { slot in
            Scored(slot: slot, words: words[slot] ?? evidence.words(slot), entities: entities(of: slot))
        }
    }

    /// Best first; of equal ones the earlier.
    ///
    /// Where some have a vector and some have none (yet, or in a language that the model does not know), each is scored by what there is of it. The two
    /// scores have different scales: those by words alone are put on the other's by what those with a vector have in both, mean and spread.
    private func scored(_ candidates: [Scored]) -> [Scored] {
        let slots = contents.slots, now = query.now.timeIntervalSince1970, offset = Double(query.timeZone.secondsFromGMT(for: query.now))
        let rarest = SearchPlan.rarity(0, plan.view)
        var scored = candidates, byWords: [Float] = [], byAll: [Float] = []
        for index in scored.indices {
            let slot = scored[index].slot, traits = slots.traits[slot]
            var features = Fusion.Features(passage: scored[index].words.passage, answers: scored[index].words.answers)
            features.speaker = plan.namesSpeaker(of: slot, in: slots) ? 1 : 0
            features.length = log(1 + Float(traits.words))
            features.rarity = rarity(of: slot) / rarest
            features.question = traits.flags.contains(.question) ? 1 : 0
            features.firstPerson = traits.flags.contains(.firstPerson) ? 1 : 0
            features.time = plan.asksWhen && traits.flags.contains(.time) ? 1 : 0
            if !plan.dates.isEmpty { features.date = plan.dates.nearness(of: Int(((slots.times[slot] + offset) / 86_400).rounded(.down))) }
            scored[index].isNear = features.date > 0.5
            scored[index].score = Fusion.score(features, Fusion.wordWeights)
            guard let cosine = cosine(slot) else { continue }
            scored[index].cosine = cosine
            features.cosine = cosine
            features.cosineAround = cosineAround(slot) ?? cosine
            byWords.append(scored[index].score)
            scored[index].score = Fusion.score(features, Fusion.allWeights)
            byAll.append(scored[index].score)
        }
        if byAll.count > 1 && byAll.count < scored.count {
            let words = Spread(byWords), all = Spread(byAll)
            for index in scored.indices where scored[index].cosine == nil {
                scored[index].score = all.mean + (scored[index].score - words.mean) * (words.deviation > 0 ? all.deviation / words.deviation : 1)
            }
        }
        for index in scored.indices {
            let slot = scored[index].slot
            scored[index].score += Fusion.weight(importance: slots.importances[slot], arousal: slots.arousals[slot])
            scored[index].score += Fusion.recency(age: now - slots.times[slot]) + (scored[index].entities.isEmpty ? 0 : Fusion.entity)
        }
        return scored.sorted { ($0.score, $1.slot) > ($1.score, $0.slot) }
    }

    private struct Spread {
        var mean: Float, deviation: Float

        init(_ values: [Float]) {
            mean = values.reduce(0, +) / Float(values.count)
            let mean = mean
            deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count)).squareRoot()
        }
    }

    /// `nil`: the query or the fragment has no vector.
    private func cosine(_ slot: Int) -> Float? {
        guard let vector = plan.vector else { return nil }
        return cosines[slot].isNaN ? contents.vectors.cosine(vector, slot) : cosines[slot]
    }

    /// The mean of the cosines of the fragments before and after it.
    private func cosineAround(_ slot: Int) -> Float? {
        var sum: Float = 0, count: Float = 0
        reader.forEachAround(slot, visibleTo: plan.view.user, upTo: 1) { other, _, _ in
            guard let cosine = cosine(other) else { return }
            sum += cosine
            count += 1
        }
        return count > 0 ? sum / count : nil
    }

    /// How rare its terms are on average.
    private func rarity(of slot: Int) -> Float {
        let terms = reader.terms(slot)
        guard !terms.isEmpty else { return 0 }
        let sum = terms.reduce(Float(0)) { $0 + SearchPlan.rarity(contents.people.count(of: $1.number, in: plan.view), plan.view) }
        return sum / Float(terms.count)
    }

    /// The names in the query of what it is about.
    private func entities(of slot: Int) -> [String] {
        plan.entities.isEmpty ? [] : Set(contents.entities(of: slot).compactMap { plan.entities[$0] }).sorted()
    }

    private func reasons(_ scored: Scored) -> [Hit.Reason] {
        func words(_ bits: UInt64) -> [String] { plan.words.indices.filter { bits & 1 << UInt64($0) != 0 }.map { plan.words[$0].text } }
        var reasons: [Hit.Reason] = []
        if scored.words.own != 0 { reasons.append(.words(words(scored.words.own))) }
        if let cosine = scored.cosine, cosine > 0 { reasons.append(.meaning(Double(cosine))) }
        let around = scored.words.around & ~scored.words.own
        if around != 0 { reasons.append(.neighbour(words: words(around))) }
        if scored.isNear { reasons.append(.time) }
        reasons += scored.entities.map { .entity($0) }
        if let speaker = plan.speakers[contents.slots.speakers[scored.slot]] { reasons.append(.speaker(speaker)) }
        if contents.slots.importances[scored.slot] >= 0.8 { reasons.append(.importance) }
        return reasons
    }
}
