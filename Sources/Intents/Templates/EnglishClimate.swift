extension Templates {
    /// Heating, cooling, fans, humidifiers, hot water.
    static let englishClimate = #"""
        {
          "language": "en",
          "intents": {
            "HassClimateSetTemperature": {"data": [
              {"sentences": [
                "(<put>|raise|lower|increase|decrease) <heating_nouns> [<place>] [(up|down)] (to|at) {temperature}<degrees_sign>",
                "(<put>|raise|lower|increase|decrease) <heating_nouns> (to|at) {temperature}<degrees_sign> <place>",
                "(<put>|raise|lower|increase|decrease) [<the>] {area} <heating_nouns> (to|at) {temperature}<degrees_sign>",
                "(<put>|raise|lower|increase|decrease) [the] <temp> [<place>] (to|at) {temperature}<degrees_sign>",
                "(<put>|raise|lower) [the] <temp> (to|at) {temperature}<degrees_sign> <place>",
                "(set|put|heat|warm|cool) [<the>] {area} [up] (to|at) {temperature}[ ](°|degree|degrees|°c)",
                "<put> it [to] {temperature}[ ](°|degree|degrees|°c) [<place>]",
                "heat [<the>] {area} to {temperature}<degrees_sign>",
                "<heating_nouns> [<place>] [(up|down)] (to|at|on) {temperature}<degrees_sign>",
                "[<the>] {area} <heating_nouns> [(up|down)] (to|at|on) {temperature}<degrees_sign>",
                "(<put>|<nudge>|raise|lower) [<the>] {area} <heating_nouns> [(up|down)] (to|at|on) {temperature}<degrees_sign>",
                "(<put>|<nudge>) <heating_nouns> [<place>] [(up|down)] (to|at|on) {temperature}<degrees_sign>",
                "(<put>|<nudge>) <heating_nouns> [(up|down)] (to|at|on) {temperature}<degrees_sign> <place>",
                "(turn|put|crank|bump) (up|down) <heating_nouns> [<place>] to {temperature}<degrees_sign>",
                "[<the>] <temp> [<place>] (to|at) {temperature}<degrees_sign>",
                "drop (<heating_nouns>|[the] <temp>) [<place>] to {temperature}<degrees_sign>",
                "{temperature}[ ](°|degree|degrees|°c) <place>"
              ], "metadata": {"slot_combination": "area_temperature"}},
              {"sentences": [
                "(<put>|<nudge>|raise|lower|increase|decrease) [<the>] {name} [<temp>] [(up|down)] (to|at|on) {temperature}<degrees_sign>",
                "(turn|put|crank|bump) (up|down) [<the>] {name} to {temperature}<degrees_sign>",
                "[<the>] {name} [<temp>] [(up|down)] (to|at|on) {temperature}<degrees_sign>",
                "[<the>] {name} {temperature}[ ](°|degree|degrees|°c)"
              ], "requires_context": {"domain": ["climate"]}, "metadata": {"slot_combination": "name_temperature"}}
            ]},
            "HassTurnOn": {"data": [
              {"sentences": [
                "<switch_on> <heating_nouns> [<place>]",
                "<turn> <heating_nouns> on [<place>]",
                "(start|activate|fire up) <heating_nouns> [<place>]",
                "<turning> <heating_nouns> [<place>] [back] on [again]",
                "<turning> <heating_nouns> [back] on <place>",
                "<turning> [<the>] {area} <heating_nouns> on",
                "(get|set) <heating_nouns> [<place>] (going|running|started|working)",
                "<heating_nouns> on <place>",
                "<heating_nouns> <place> on",
                "[<the>] {area} <heating_nouns> on",
                "<switch_on> [<the>] {area} <heating_nouns>"
              ], "slots": {"domain": "climate"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "<switch_on> [<the>] fan[s] [<place>]",
                "start [<the>] fan[s] [<place>]",
                "(get|set) [<the>] fan[s] [<place>] (going|running|started)",
                "<turning> [<the>] fan[s] [back] on [<place>]"
              ], "slots": {"domain": "fan"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<switch_on>|start) [<the>] (humidifier|dehumidifier) [<place>]"
              ], "slots": {"domain": "humidifier"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<switch_on>|start) [<the>] (hot water|water heater)"
              ], "slots": {"domain": "water_heater"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<switch_off> <heating_nouns> [<place>]",
                "<turn> <heating_nouns> off [<place>]",
                "(stop|deactivate|kill|cut) <heating_nouns> [<place>]",
                "<turning> <heating_nouns> [<place>] [back] off [again]",
                "<turning> <heating_nouns> [back] off <place>",
                "<turning> [<the>] {area} <heating_nouns> off",
                "<heating_nouns> off <place>",
                "<heating_nouns> <place> off",
                "[<the>] {area} <heating_nouns> off",
                "<switch_off> [<the>] {area} <heating_nouns>"
              ], "slots": {"domain": "climate"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "<switch_off> [<the>] fan[s] [<place>]",
                "stop [<the>] fan[s] [<place>]",
                "<turning> [<the>] fan[s] [back] off [<place>]"
              ], "slots": {"domain": "fan"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<switch_off>|stop) [<the>] (humidifier|dehumidifier) [<place>]"
              ], "slots": {"domain": "humidifier"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(<switch_off>|stop) [<the>] (hot water|water heater)"
              ], "slots": {"domain": "water_heater"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "(<nudge> up|raise|increase) (<heating_nouns>|[the] <temp>|[<the>] {area} <heating_nouns>) [<place>] [<by_degrees>] [{slightly:little}]",
                "<nudge> (<heating_nouns>|[the] <temp>|[<the>] {area} <heating_nouns>) [<place>] up [<by_degrees>] [{slightly:little}]",
                "<nudge> (<heating_nouns>|[the] <temp>) up [(<by_degrees>|{slightly:little})] <place>",
                "(<heating_nouns>|[<the>] {area} <heating_nouns>) [<place>] up [<by_degrees>] [{slightly:little}]",
                "(raise|increase) (<heating_nouns>|[the] <temp>) (<by_degrees>|{slightly:little}) <place>",
                "warm (it|things) up [{slightly:little}] [<place>]",
                "(warm|heat) [<the>] {area} up [{slightly:little}]",
                "(warm|heat) up [<the>] {area} [{slightly:little}]",
                "[{slightly:little}] more (heat|heating|warmth) [<place>]",
                "(make it|make) [{slightly:little}] (warmer|hotter) [<place>]",
                "[{slightly:little}] (warmer|hotter|more heat) [<place>]",
                "make [<the>] {area} [{slightly:little}] (warmer|hotter)",
                "{step_degrees:amount} degree[s] (warmer|hotter|more) [<place>]"
              ], "slots": {"what": "temperature", "direction": "up"}},
              {"sentences": [
                "(<nudge> down|lower|decrease|reduce|drop) (<heating_nouns>|[the] <temp>|[<the>] {area} <heating_nouns>) [<place>] [<by_degrees>] [{slightly:little}]",
                "<nudge> (<heating_nouns>|[the] <temp>|[<the>] {area} <heating_nouns>) [<place>] down [<by_degrees>] [{slightly:little}]",
                "<nudge> (<heating_nouns>|[the] <temp>) down [(<by_degrees>|{slightly:little})] <place>",
                "(<heating_nouns>|[<the>] {area} <heating_nouns>) [<place>] down [<by_degrees>] [{slightly:little}]",
                "(lower|decrease|reduce|drop) (<heating_nouns>|[the] <temp>) (<by_degrees>|{slightly:little}) <place>",
                "cool (it|things) down [{slightly:little}] [<place>]",
                "cool [<the>] {area} down [{slightly:little}]",
                "cool down [<the>] {area} [{slightly:little}]",
                "[{slightly:little}] less heating [<place>]",
                "(make it|make) [{slightly:little}] (cooler|colder) [<place>]",
                "[{slightly:little}] (cooler|colder|less heat) [<place>]",
                "make [<the>] {area} [{slightly:little}] (cooler|colder)",
                "{step_degrees:amount} degree[s] (cooler|colder|less) [<place>]"
              ], "slots": {"what": "temperature", "direction": "down"}},
              {"sentences": [
                "(<nudge> up|raise|increase) [<the>] {name} [<by_degrees>] [{slightly:little}]",
                "<nudge> [<the>] {name} up [<by_degrees>] [{slightly:little}]",
                "[<the>] {name} up [<by_degrees>] [{slightly:little}]"
              ], "requires_context": {"domain": ["climate"]}, "slots": {"what": "temperature", "direction": "up"}},
              {"sentences": [
                "(<nudge> down|lower|decrease|reduce|drop) [<the>] {name} [<by_degrees>] [{slightly:little}]",
                "<nudge> [<the>] {name} down [<by_degrees>] [{slightly:little}]",
                "[<the>] {name} down [<by_degrees>] [{slightly:little}]"
              ], "requires_context": {"domain": ["climate"]}, "slots": {"what": "temperature", "direction": "down"}},
              {"sentences": [
                "(turn up|speed up|increase) [<the>] [speed of [<the>]] fan[s] [speed] [<place>] [by {step_percent:amount}<percent_sign>]",
                "<nudge> [<the>] fan[s] [<place>] up [{slightly:little}]",
                "make [<the>] fan[s] [<place>] [{slightly:little}] faster",
                "[{slightly:little}] faster"
              ], "slots": {"what": "speed", "direction": "up", "domain": "fan"}},
              {"sentences": [
                "(<nudge> up|speed up) [<the>] {name} [{slightly:little}]",
                "<nudge> [<the>] {name} up [{slightly:little}]",
                "(speed [<the>] {name} up|make [<the>] {name} [{slightly:little}] faster)"
              ], "requires_context": {"domain": ["fan"]}, "slots": {"what": "speed", "direction": "up"}},
              {"sentences": [
                "(<nudge> down|slow down) [<the>] {name} [{slightly:little}]",
                "<nudge> [<the>] {name} down [{slightly:little}]",
                "(slow [<the>] {name} down|make [<the>] {name} [{slightly:little}] slower)"
              ], "requires_context": {"domain": ["fan"]}, "slots": {"what": "speed", "direction": "down"}},
              {"sentences": [
                "(turn down|slow down|decrease) [<the>] [speed of [<the>]] fan[s] [speed] [<place>] [by {step_percent:amount}<percent_sign>]",
                "<nudge> [<the>] fan[s] [<place>] down [{slightly:little}]",
                "make [<the>] fan[s] [<place>] [{slightly:little}] slower",
                "[{slightly:little}] slower"
              ], "slots": {"what": "speed", "direction": "down", "domain": "fan"}}
            ]},
            "HassFanSetSpeed": {"data": [
              {"sentences": [
                "(<put>|increase|decrease) [<the>] fan[s] [speed] [<place>] (to|at) {fan_speed:percentage}<percent_sign>",
                "<put> [<the>] fan[s] [speed] [<place>] ({share:percentage}|{least:percentage})",
                "<put> [<the>] {area} fan[s] [speed] ({share:percentage}|{least:percentage})"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "<put> [<the>] {name} [speed] ({share:percentage}|{least:percentage})",
                "[<the>] {name} [speed] ({share:percentage}|{least:percentage}|(to|at) {fan_speed:percentage}<percent_sign>)",
                "(increase|decrease) [<the>] {name} [speed] to {fan_speed:percentage}<percent_sign>"
              ], "requires_context": {"domain": ["fan"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassHumidifierSetpoint": {"data": [
              {"sentences": [
                "(<put>|raise|lower) [<the>] (humidity|humidifier|dehumidifier) [<place>] (to|at) {brightness:humidity}<percent_sign>"
              ], "slots": {"domain": "humidifier"}},
              {"sentences": [
                "<put> [<the>] {name} (to|at) {brightness:humidity}<percent_sign>"
              ], "requires_context": {"domain": ["humidifier"]}}
            ]}
          }
        }
        """#
}
