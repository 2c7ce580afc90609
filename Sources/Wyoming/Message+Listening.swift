extension Transcribe {
    init(_ fields: Fields) throws(WyomingError) {
        let context = try fields.object("context")
        self.init(
            model: try fields.string("name"), language: try fields.string("language"),
            context: Context(
                languages: try context?.strings("languages") ?? [], hotWords: try context?.strings("hot_words") ?? [],
                wantsPartials: try context?.bool("partials") ?? false))
    }

    var fields: [String: WireValue] {
        var additions: [String: WireValue] = [:]
        if !context.languages.isEmpty { additions["languages"] = .array(context.languages.map(WireValue.string)) }
        if !context.hotWords.isEmpty { additions["hot_words"] = .array(context.hotWords.map(WireValue.string)) }
        if context.wantsPartials { additions["partials"] = .bool(true) }
        return Fields.of([
            "name": model.map(WireValue.string), "language": language.map(WireValue.string), "context": additions.isEmpty ? nil : .object(additions),
        ])
    }
}

extension Transcript {
    init(_ fields: Fields) throws(WyomingError) {
        var words: [Word] = []
        for word in try fields.objects("words") {
            words.append(Word(text: try word.required("text"), start: try word.number("start") ?? 0, end: try word.number("end") ?? 0))
        }
        self.init(
            text: try fields.required("text"), language: try fields.string("language"), words: words, confidence: try fields.number("confidence"),
            engine: try fields.string("engine"))
    }

    var fields: [String: WireValue] {
        let words = words.map { WireValue.object(["text": .string($0.text), "start": .number($0.start), "end": .number($0.end)]) }
        return Fields.of([
            "text": .string(text), "language": language.map(WireValue.string), "words": words.isEmpty ? nil : .array(words),
            "confidence": confidence.map(WireValue.number), "engine": engine.map(WireValue.string),
        ])
    }
}

extension Detection {
    init(_ fields: Fields) throws(WyomingError) {
        self.init(
            name: try fields.string("name"), timestamp: try fields.milliseconds("timestamp"), speaker: try fields.string("speaker"),
            score: try fields.number("score"))
    }

    var fields: [String: WireValue] {
        Fields.of([
            "name": name.map(WireValue.string), "timestamp": timestamp.map { .number(Double($0)) }, "speaker": speaker.map(WireValue.string),
            "score": score.map(WireValue.number),
        ])
    }
}
