import API
import Domain
import HTTPServer

extension Backend {
    private static let itemLimit = 500

    func addListRoutes(to router: inout Router) {
        let store = parts.lists

        router.get("/lists") { request in
            try .json(PageBody(items: try await store.lists(for: request.caller).map { ListBody(name: $0.name, count: $0.count) }))
        }
        router.get("/lists/{name}") { request in
            let name = try Self.listName(request)
            return try .json(ListBody(name, try await store.items(of: name, for: request.caller)))
        }
        router.post("/lists/{name}") { request in
            let name = try Self.listName(request)
            let body: NewListItem = try request.decode()
            let text = body.text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard (1...Self.itemLimit).contains(text.count) else { throw Problem(.invalid, "text must have 1 to \(Self.itemLimit) characters") }
            try await store.add([ListItem(list: name, text: text, addedAt: clock.now)], for: request.caller)
            return try .json(ListBody(name, try await store.items(of: name, for: request.caller)), status: .created)
        }
        router.delete("/lists/{name}") { request in
            let items = try await store.items(of: try Self.listName(request), for: request.caller)
            guard try await store.remove(items.map(\.id), for: request.caller) > 0 else { throw Problem(.notFound, "there is no such list") }
            return Response(.noContent)
        }
        router.delete("/lists/{name}/{id}") { request in
            let id = try request.identifier(of: ListItem.self)
            guard try await store.items(of: try Self.listName(request), for: request.caller).contains(where: { $0.id == id }),
                try await store.remove([id], for: request.caller) > 0
            else { throw Problem(.notFound, "there is no such item on this list") }
            return Response(.noContent)
        }
    }

    private static func listName(_ request: Request) throws -> String {
        guard let name = request.parameter("name"), (1...100).contains(name.count) else { throw Problem(.invalid, "a list's name has 1 to 100 characters") }
        return name
    }
}

extension ListBody {
    init(_ name: String, _ items: [ListItem]) {
        self.init(name: name, count: items.count, items: items.map { Item(id: $0.id.description, text: $0.text, addedAt: $0.addedAt) })
    }
}
