extension Configuration {
    /// A place has both coordinates.
    func placeIssues() -> [ConfigurationIssue] {
        let names = ["JARVIS_HOME_LATITUDE", "JARVIS_HOME_LONGITUDE"]
        guard (self.latitude == nil) != (self.longitude == nil) else { return [] }
        let (missing, given) = self.latitude == nil ? (names[0], names[1]) : (names[1], names[0])
        return [ConfigurationIssue(missing, fr: "manque ; \(given) ne suffit pas pour savoir où est la maison", en: "is missing; \(given) alone is no place")]
    }
}
