import API
import Base
import Foundation
import JarvisClient

/// `jarvis chat`: a conversation in the terminal, or the lines of a file one after the other.
enum ChatCommand {
    @Sendable static func run(_ invocation: Invocation) async throws -> Int32 {
        let language = try invocation.spokenLanguage(command: "jarvis chat")
        let client = try await invocation.signedInClient()
        let mode = invocation.console.outputIsTerminal ? TerminalMode(echo: false, line: false) : nil
        defer { mode?.restore() }
        let dialogue = Dialogue(invocation, client: client, language: language, isInteractive: mode != nil)
        if mode == nil {
            while let line = await StandardInput.line(), await dialogue.turn(line) {}
            return await dialogue.exitCode
        }
        await dialogue.greet()
        return await withTaskGroup { group in
            group.addTask { await listen(client, dialogue) }
            while let bytes = await StandardInput.read(4096), await dialogue.typed(bytes) {}
            await dialogue.stopAnswer()
            group.cancelAll()
            return ExitCode.done
        }
    }

    /// Shows announcements until cancelled; a lost connection is taken up again, at first soon, then less often.
    private static func listen(_ client: Client, _ dialogue: Dialogue) async {
        var pause = Duration.seconds(1)
        while !Task.isCancelled {
            do {
                for try await announcement in try await client.announcements() {
                    pause = .seconds(1)
                    await dialogue.announce(announcement)
                }
            } catch {}
            try? await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(60))
        }
    }
}

/// What was said so far and what is on the screen. Everything that writes to the terminal goes through here, one after the other.
actor Dialogue {
    private let invocation: Invocation
    private let console: Console
    private let client: Client
    private let spoken: String?
    private let isInteractive: Bool
    private var conversation: String?
    private var keys = KeyDecoder()
    private var editor = LineEditor()
    /// The turn that is being answered; owned here, and cancelled by Ctrl-C and at the end.
    private var answering: Task<Void, Never>?
    /// Written during an answer; said after it.
    private var queued: String?
    /// Came due during an answer; shown after it. More than these few are dropped, for `jarvis timers` shows them.
    private var waiting: [ReplyEvent.Announcement] = []
    private static let mostWaiting = 20
    private(set) var exitCode = ExitCode.done

    init(_ invocation: Invocation, client: Client, language: String?, isInteractive: Bool) {
        self.invocation = invocation
        console = invocation.console
        self.client = client
        spoken = language
        self.isInteractive = isInteractive
        conversation = invocation.value(of: "conversation")
    }

    func greet() {
        console.write(console.dim(words("/aide montre les commandes, /quit termine.", "/help shows the commands, /quit ends.")) + "\n")
        render()
    }

    /// Takes what was typed; returns whether the conversation goes on.
    func typed(_ bytes: [UInt8]) -> Bool {
        for key in keys.feed(bytes) {
            if let answering {
                guard typedAhead(key, of: answering) else { return false }
                continue
            }
            switch editor.press(key) {
            case .editing: break
            case .ended:
                console.write("\n")
                return false
            case .submitted(let line):
                echo(line)
                guard begin(line) else { return false }
            }
        }
        if answering == nil { render() }
        return true
    }

    /// A key during an answer: the line is kept and, once Enter was pressed, said after it.
    private func typedAhead(_ key: Key, of answering: Task<Void, Never>) -> Bool {
        if key == .interrupt {
            queued = nil
            answering.cancel()
        } else if key == .enter && queued != nil {
            // One line may wait; the next ones are joined into what is being written.
            _ = editor.press(.character(" "))
        } else {
            switch editor.press(key) {
            case .editing: break
            case .ended: return false
            case .submitted(let line):
                if Self.isFarewell(line) { return false }
                queued = line
            }
        }
        return true
    }

    private func echo(_ line: String) {
        console.write("\r\u{1B}[K\(console.bold("> "))")
        console.show(line + "\n")
    }

    private static func isFarewell(_ line: String) -> Bool { ["/quit", "/exit", "/quitter"].contains(line.trimmingCharacters(in: .whitespaces)) }

    /// One line of a file: returns once it is answered, with whether the conversation goes on.
    func turn(_ line: String) async -> Bool {
        guard begin(line) else { return false }
        await answering?.value
        return true
    }

    func stopAnswer() async {
        answering?.cancel()
        await answering?.value
    }

    func announce(_ announcement: ReplyEvent.Announcement) {
        guard answering == nil else {
            if waiting.count < Self.mostWaiting { waiting.append(announcement) }
            return
        }
        console.write("\r\u{1B}[K")
        console.show("⏰ \(announcement.text)\n")
        render()
    }

    private func begin(_ line: String) -> Bool {
        let text = line.trimmingCharacters(in: .whitespaces)
        switch text {
        case "": break
        case _ where Self.isFarewell(text): return false
        case "/aide", "/help":
            console.write(
                words(
                    "/nouveau  commence une autre conversation\n/quit     termine (aussi Ctrl-D)\nCtrl-C    arrête la réponse\n",
                    "/new      begin another conversation\n/quit     end (also Ctrl-D)\nCtrl-C    stop the answer\n"))
        case "/nouveau", "/new":
            conversation = nil
            console.write(words("Nouvelle conversation.\n", "A new conversation.\n"))
        case _ where text.hasPrefix("/"):
            console.show(words("Commande inconnue : \(text) ; /aide montre celles qui existent.\n", "Unknown command: \(text); /help shows those there are.\n"))
        default: answering = Task { await self.answer(text) }
        }
        return true
    }

    private func answer(_ text: String) async {
        if isInteractive { console.note("…") }
        var endsLine = true, hasText = false
        do {
            for try await event in try await client.chatStream(ChatRequest(message: text, conversationID: conversation, language: spoken)) {
                switch event {
                case .thinking: if isInteractive && !hasText { console.note(words("réfléchit…", "thinking…")) }
                case .text(let delta):
                    if !hasText { console.clearNote() }
                    hasText = true
                    console.show(delta)
                    if let last = delta.last { endsLine = last == "\n" }
                case .done(let done): conversation = done.conversationID
                case .error(let problem): throw ClientError(.refused, problem.detail ?? problem.title, problem: problem)
                default: break
                }
            }
        } catch {
            finishLine(endsLine)
            endsLine = true
            let wasStopped = error is CancellationError || Task.isCancelled
            if wasStopped {
                console.write(console.dim(words("(arrêté)", "(stopped)")) + "\n")
            } else {
                let (message, code) = Explanation.of(error, in: invocation.language)
                console.complain(message)
                exitCode = code
            }
        }
        finishLine(endsLine)
        answering = nil
        let due = waiting
        waiting = []
        for announcement in due { announce(announcement) }
        if let line = queued.take() {
            echo(line)
            _ = begin(line)
        }
        if isInteractive && answering == nil { render() }
    }

    private func finishLine(_ endsLine: Bool) {
        console.clearNote()
        if !endsLine { console.write("\n") }
    }

    /// Writes the line that is being typed anew.
    private func render() {
        var size = winsize()
        let columns = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 10 ? Int(size.ws_col) : 80
        let (text, back) = editor.window(columns: columns - 3)
        console.write("\r\u{1B}[K\(console.bold("> "))\(text.withoutControls)\(back > 0 ? "\u{1B}[\(back)D" : "")")
    }

    private func words(_ fr: String, _ en: String) -> String { invocation.language(fr: fr, en: en) }
}
