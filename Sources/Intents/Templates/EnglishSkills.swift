extension Templates {
    /// What the text skills read by themselves; see the French ones.
    static let englishSkills = #"""
        {
          "language": "en",
          "lists": {
            "skill_text": {"wildcard": true}
          },
          "intents": {
            "JarvisSkill": {"data": [
              {"sentences": [
                "(remind|notify|alert) (me|us) {skill_text:text}",
                "don't let (me|us) forget {skill_text:text}",
                "give (me|us) a reminder {skill_text:text}",
                "(set|add|create|make) (a|the|my) reminder {skill_text:text}",
                "(cancel|delete|remove|clear) (the|my|all my|all) reminder[s] [{skill_text:text}]",
                "(what are|show|show me|list|tell me|read me) (my|the|all my) (reminders|alarms|appointments) [{skill_text:text}]",
                "wake (me|us) [up] {skill_text:text}",
                "(set|add|create) (an|the|my) alarm (for|at|on|tomorrow|every|in) {skill_text:text}",
                "(cancel|delete|remove|turn off|stop) (the|my|all my) alarm[s] (for|at|of|on) {skill_text:text}",
                "(remember|note|don't forget) that {skill_text:text}",
                "what do you (know|remember) {skill_text:text}"
              ], "metadata": {"slot_combination": "reminder"}},
              {"sentences": [
                "(calculate|compute|how much is|what's the result of) {skill_text:text}",
                "convert {skill_text:text} (to|into) {skill_text:text}", "how many <units> [are] (to|in) {skill_text:text}",
                "(tell me|tell us|give me) (a|another) (joke|riddle)",
                "make (me|us) laugh",
                "(what's|what is|read me|tell me|give me|play) the (news|headlines|latest news) [{skill_text:text}]",
                "(define|what's the definition of|what is the definition of|what's the meaning of) {skill_text:text}", "what does {skill_text:text} mean",
                "(what's|what is) the exchange rate {skill_text:text}",
                "(who are you|what's your name|what can you do|what can i ask you)"
              ], "metadata": {"slot_combination": "knowledge"}},
              {"sentences": [
                "(what's|what is|what will|how's|how is|how will) the (weather|forecast) [be] [like] {skill_text:text}",
                "(what's|what is) the forecast",
                "(will it|is it going to) (rain|snow|be sunny|be hot|be cold|be windy|freeze) [{skill_text:text}]",
                "do i need an umbrella [{skill_text:text}]",
                "(when|what time) (does|is) the (sun rise|sun set|sunrise|sunset) [{skill_text:text}]",
                "what time is it in {skill_text:text}",
                "what day (is|was|will be|will it be) {skill_text:text}",
                "(when is|how many days until|how long until|how many days till) {skill_text:text}"
              ], "metadata": {"slot_combination": "when"}}
            ]}
          }
        }
        """#
}
