/// From how many fragments on a search looks at some closely, and not at all. Tests set them low.
struct SearchLimits: Sendable {
    /// Up to so many that may be found, all are looked at.
    var exact = 8192
    /// Of more, so many of the best by their words, and by their meaning.
    var best = 512
    /// Up to so many vectors, all are compared; of more, their signs.
    var vectors = 50_000
    /// So many of those that are near by their signs are compared.
    var nearest = 1536
    /// So many of the best passages, and of the nearest meanings, are ranked by all that speaks for them. 200 and 100 lose nothing (docs/memory.md).
    var ranked = 256
    /// So many of the newest that are about what the query names, and of the time it names.
    var newest = 256
}
