private import CPocketSphinx
private import Foundation

/// A decoder of pocketsphinx with a grammar; for one thread at a time.
final class SphinxDecoder {
    private let handle: OpaquePointer
    private var isOpen = false
    /// What the model takes for the mean of all that is heard.
    private let ownMean: [Float]
    /// Whether the next utterance begins with the mean that this one ended with: voices and microphones differ from those of the model, and the library
    /// learns them from one utterance for the next. From noise it would learn that, and then nobody would be understood, or something else.
    var keepsMean = false
    /// Frames of a second.
    private static let frameRate = 100.0
    /// How much the grammar says against the sounds: as the library weighs its own.
    private static let grammarWeight = 6.5

    /// What was heard, fillers and silence among it.
    struct Segment: Sendable, Hashable {
        var word: String
        var start: Int
        var end: Int
        /// Logarithm of how likely the sounds are, compared with the likeliest sound of each frame: 0 is the best there is.
        var score: Int
        var frames: Int { end - start + 1 }
        var isWord: Bool { !word.hasPrefix("<") && !word.hasPrefix("[") && !word.hasPrefix("+") }
        var startSeconds: Double { Double(start) / SphinxDecoder.frameRate }
        var endSeconds: Double { Double(end + 1) / SphinxDecoder.frameRate }
    }

    /// - Throws: `RecognitionError` for a model or vocabulary that the library refuses.
    init(model: AcousticModel, lexicon: Lexicon, graph: CommandGraph) throws(RecognitionError) {
        jarvis_sphinx_hush()
        // Silence is not taken out, because times would be wrong, and who listens has parted speech from silence already. All sounds are looked at, so that
        // scores are compared with the best of all. Wide beams: sentences here go through few words, and clean voices part them far.
        var options = ["recognition", "-hmm", model.folder, "-remove_silence", "no", "-compallsen", "yes", "-bestpath", "no"]
        // The small French model was found to hear better behind it.
        options += ["-remove_noise", model.isFrench ? "yes" : "no"]
        options += ["-beam", "1e-80", "-pbeam", "1e-80", "-wbeam", "1e-50"]
        let opened: OpaquePointer? = withCStrings(options) { jarvis_sphinx_open(Int32(options.count), $0) }
        guard let handle = opened else { throw RecognitionError(.model, "pocketsphinx cannot load \(model.folder)") }
        self.handle = handle
        var mean = [Float](repeating: 0, count: 64)
        let count = jarvis_sphinx_mean(handle, &mean, Int32(mean.count))
        ownMean = Array(mean.prefix(Int(count)))
        for (word, ways) in lexicon.pronunciations {
            for (index, phones) in ways.enumerated() { ps_add_word(handle, index == 0 ? word : "\(word)(\(index + 1))", phones, 0) }
        }
        guard let scale = ps_get_logmath(handle), let grammar = fsg_model_init("home", scale, Float(Self.grammarWeight), Int32(graph.stateCount)) else {
            throw RecognitionError(.vocabulary, "there is no memory for the grammar")
        }
        defer { fsg_model_free(grammar) }
        grammar.pointee.start_state = graph.start
        grammar.pointee.final_state = graph.end
        let words = graph.words.map { $0.hasPrefix("{") ? -1 : fsg_model_word_add(grammar, $0) }
        let base = log(logmath_get_base(scale))
        for arc in graph.arcs {
            let weight = Int32(Self.grammarWeight * Double(arc.weight) / base)
            if arc.word < 0 {
                fsg_model_null_trans_add(grammar, arc.from, arc.to, min(-1, weight))
            } else {
                fsg_model_trans_add(grammar, arc.from, arc.to, weight, words[Int(arc.word)])
            }
        }
        // The search goes through one null transition at a time.
        glist_free(fsg_model_null_trans_closure(grammar, nil))
        guard ps_set_fsg(handle, "home", grammar) == 0, ps_set_search(handle, "home") == 0 else {
            throw RecognitionError(.vocabulary, "pocketsphinx refuses the grammar")
        }
    }

    deinit { ps_free(handle) }

    func start() throws(RecognitionError) {
        if isOpen { ps_end_utt(handle) }
        isOpen = false
        if !keepsMean { jarvis_sphinx_set_mean(handle, ownMean, Int32(ownMean.count)) }
        keepsMean = false
        ps_start_stream(handle)
        guard ps_start_utt(handle) == 0 else { throw RecognitionError(.engine, "pocketsphinx cannot begin an utterance") }
        isOpen = true
    }

    /// Samples that the library is given at once, ten frames. Once it has heard a long utterance as a whole, its ring of frames holds more than the 256 that it
    /// makes features of at once; when a piece brings more than those, it goes on where it believes to be and reads beyond the ring (acmod_process_mfcbuf).
    private static let step = 1600

    func process(_ samples: [Int16]) throws(RecognitionError) {
        let isTaken = samples.withUnsafeBufferPointer { samples in
            stride(from: 0, to: samples.count, by: Self.step).allSatisfy {
                ps_process_raw(handle, UnsafeBufferPointer(rebasing: samples[$0...]).baseAddress, min(Self.step, samples.count - $0), 0, 0) >= 0
            }
        }
        guard isTaken else { throw RecognitionError(.engine, "pocketsphinx failed") }
    }

    /// Listens to an utterance as a whole: the mean of its sounds is taken off them all.
    func hear(whole samples: [Int16]) throws(RecognitionError) -> [Segment] {
        try start()
        defer { end() }
        jarvis_sphinx_normalise_whole(handle)
        guard ps_process_raw(handle, samples, samples.count, 0, 1) >= 0 else { throw RecognitionError(.engine, "pocketsphinx failed") }
        end()
        return segments()
    }

    func end() {
        if isOpen { ps_end_utt(handle) }
        isOpen = false
    }

    /// What was heard so far, or in the utterance that ended.
    func segments() -> [Segment] {
        var result: [Segment] = []
        var next = ps_seg_iter(handle)
        while let segment = next {
            var start: Int32 = 0, end: Int32 = 0, sound: Int32 = 0, grammar: Int32 = 0, order: Int32 = 0
            ps_seg_frames(segment, &start, &end)
            ps_seg_prob(segment, &sound, &grammar, &order)
            // Null transitions have no word.
            if let name = ps_seg_word(segment) {
                let word = String(cString: name)
                if word != "(NULL)", end >= start { result.append(Segment(word: word, start: Int(start), end: Int(end), score: Int(sound))) }
            }
            next = ps_seg_next(segment)
        }
        return result
    }
}

/// Calls with the strings as C has them, for as long as the call lasts.
func withCStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer($0) }
    return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return withUnsafePointer(to: nil as UnsafePointer<CChar>?) { body($0) } }
        return body(base)
    }
}
