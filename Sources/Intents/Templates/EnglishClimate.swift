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
                "<heating_nouns> [<place>] (to|at) {temperature}<degrees_sign>"
              ], "metadata": {"slot_combination": "area_temperature"}},
              {"sentences": [
                "(<put>|raise|lower|increase|decrease) [<the>] {name} [<temp>] (to|at) {temperature}<degrees_sign>"
              ], "requires_context": {"domain": ["climate"]}, "metadata": {"slot_combination": "name_temperature"}}
            ]},
            "HassTurnOn": {"data": [
              {"sentences": [
                "<switch_on> <heating_nouns> [<place>]",
                "<turn> <heating_nouns> on [<place>]",
                "(start|activate) <heating_nouns> [<place>]",
                "<switch_on> [<the>] {area} <heating_nouns>"
              ], "slots": {"domain": "climate"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "<switch_on> [<the>] fan[s] [<place>]",
                "start [<the>] fan[s] [<place>]"
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
                "(stop|deactivate) <heating_nouns> [<place>]",
                "<switch_off> [<the>] {area} <heating_nouns>"
              ], "slots": {"domain": "climate"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "<switch_off> [<the>] fan[s] [<place>]",
                "stop [<the>] fan[s] [<place>]"
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
                "(turn up|raise|increase|crank up|bump up) (<heating_nouns>|[the] <temp>) [<place>] [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]",
                "turn (<heating_nouns>|[the] <temp>) [<place>] up [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]",
                "(make it|make) [{slightly:little}] (warmer|hotter) [<place>]",
                "[{slightly:little}] (warmer|hotter|more heat) [<place>]",
                "make [<the>] {area} [{slightly:little}] (warmer|hotter)",
                "{step_degrees:amount} degree[s] (warmer|hotter|more) [<place>]"
              ], "slots": {"what": "temperature", "direction": "up"}},
              {"sentences": [
                "(turn down|lower|decrease|reduce) (<heating_nouns>|[the] <temp>) [<place>] [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]",
                "turn (<heating_nouns>|[the] <temp>) [<place>] down [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]",
                "(make it|make) [{slightly:little}] (cooler|colder) [<place>]",
                "[{slightly:little}] (cooler|colder|less heat) [<place>]",
                "make [<the>] {area} [{slightly:little}] (cooler|colder)",
                "{step_degrees:amount} degree[s] (cooler|colder|less) [<place>]"
              ], "slots": {"what": "temperature", "direction": "down"}},
              {"sentences": [
                "(turn up|raise|increase) [<the>] {name} [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]",
                "turn [<the>] {name} up [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]"
              ], "requires_context": {"domain": ["climate"]}, "slots": {"what": "temperature", "direction": "up"}},
              {"sentences": [
                "(turn down|lower|decrease) [<the>] {name} [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]",
                "turn [<the>] {name} down [by {step_degrees:amount}<degrees_sign>] [{slightly:little}]"
              ], "requires_context": {"domain": ["climate"]}, "slots": {"what": "temperature", "direction": "down"}},
              {"sentences": [
                "(turn up|speed up|increase) [<the>] [speed of [<the>]] fan[s] [speed] [<place>] [by {step_percent:amount}<percent_sign>]",
                "make [<the>] fan[s] [<place>] [{slightly:little}] faster",
                "[{slightly:little}] faster"
              ], "slots": {"what": "speed", "direction": "up", "domain": "fan"}},
              {"sentences": [
                "(turn down|slow down|decrease) [<the>] [speed of [<the>]] fan[s] [speed] [<place>] [by {step_percent:amount}<percent_sign>]",
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
