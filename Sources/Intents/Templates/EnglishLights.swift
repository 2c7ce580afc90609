extension Templates {
    /// Lights, and everything at once.
    static let englishLights = #"""
        {
          "language": "en",
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<switch_on> [(<all>|all|<the>)] <light_nouns> [<place>]",
                "<turn> [(<all>|all|<the>)] <light_nouns> on [<place>]",
                "<switch_on> <place> <light_nouns>",
                "<switch_on> everything [<place>]",
                "<turn> everything on [<place>]",
                "<switch_on> [(<all>|all|<the>)] <light_nouns> <whole_house>",
                "<switch_on> [<the>] {area}",
                "<turn> [<the>] {area} on",
                "light up <place>",
                "<turning> [(<all>|all|<the>)] [{area}] <light_nouns> [back] on [again] [(<place>|<whole_house>)]",
                "<turning> [(<all>|all|<the>)] <light_nouns> <place> [back] on",
                "<switch_on> [(<all>|all|<the>)] <light_nouns> again [<place>]",
                "[(<all>|all|<the>)] <light_nouns> <place> on",
                "[(<all>|all|<the>)] <light_nouns> on <place>",
                "<switch_on> [(<all>|all|<the>)] {area} <light_nouns>",
                "[(<all>|all)] [<the>] {area} <light_nouns> [back] on",
                "<light_nouns> on <whole_house>",
                "(some|a bit of) light [<place>]",
                "(give me|give us|let there be|get|have|put) [(some|a bit of)] light [<place>]"
              ], "slots": {"domain": "light"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(put|power|flip|start) on [<the>] {name}",
                "(put|power|start|enable) [<the>] {name} [on]",
                "<turning> [<the>] {name} [back] on [again]",
                "(make sure|see to it that) [<the>] {name} (is|are) on",
                "<turning> back on [<the>] {name}",
                "<switch_on> [<the>] {name} again",
                "(fire up|start up|boot up) [<the>] {name}",
                "(fire|start) [<the>] {name} up",
                "(get|set) [<the>] {name} (going|started|running|working)",
                "(turn|put|power|have|get) [<the>] {name} on <place>"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "input_boolean", "climate", "humidifier", "water_heater"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "<switch_on> [<the>] {name}",
                "<turn> [<the>] {name} on",
                "(activate|arm|enable) [<the>] {name}"
              ], "requires_context": {"domain": ["humidifier", "water_heater", "siren", "alarm_control_panel"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<switch_off> [absolutely] everything [(<place>|<whole_house>)]",
                "<turn> [absolutely] everything off [(<place>|<whole_house>)]",
                "<turn> everything [(<place>|<whole_house>)] off",
                "<switch_off> [all] [<the>] (devices|appliances) [(<place>|<whole_house>)]",
                "everything off [(<place>|<whole_house>)]",
                "<turning> everything off [(<place>|<whole_house>)]",
                "(make sure|see to it that) everything is [(switched|turned)] off [(<place>|<whole_house>)]",
                "(shut|power) everything down [(<place>|<whole_house>)]",
                "shut down everything [(<place>|<whole_house>)]",
                "<switch_off> <whole_house>"
              ], "slots": {"domain": ["light", "switch", "fan", "media_player"]}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "<switch_off> [(<all>|all|<the>)] <light_nouns> [(<place>|<whole_house>)]",
                "<turn> [(<all>|all|<the>)] <light_nouns> (off|out) [(<place>|<whole_house>)]",
                "(make sure|see to it that) [(<all>|all|<the>)] [{area}] <light_nouns> [<place>] (is|are) [all] off [(<place>|<whole_house>)]",
                "(kill|cut|douse) [(<all>|all|<the>)] [{area}] <light_nouns> [<place>]",
                "<turning> [(<all>|all|<the>)] [{area}] <light_nouns> [back] (off|out) [again] [(<place>|<whole_house>)]",
                "<turning> [(<all>|all|<the>)] <light_nouns> <place> [back] (off|out)",
                "[(<all>|all|<the>)] <light_nouns> <place> (off|out)",
                "<switch_off> [(<all>|all|<the>)] {area} <light_nouns>",
                "[(<all>|all)] [<the>] {area} <light_nouns> (off|out)",
                "[(<all>|all)] [<the>] <light_nouns> (off|out) [(<place>|<whole_house>)]",
                "<switch_off> [<the>] {area}",
                "<turn> [<the>] {area} off",
                "lights out [<place>]"
              ], "slots": {"domain": "light"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(shut|power|put|flip) off [<the>] {name}",
                "(stop|disable|kill|cut) [<the>] {name}",
                "<turning> [<the>] {name} [back] (off|out) [again]",
                "(make sure|see to it that) [<the>] {name} (is|are) off",
                "<switch_off> [<the>] {name} [again]",
                "[<the>] {name} out",
                "(shut|power) [<the>] {name} down",
                "(shut|power) down [<the>] {name}",
                "(put|have|get|power) [<the>] {name} off <place>"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "input_boolean", "climate", "humidifier", "water_heater"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "<switch_off> [<the>] {name}",
                "<turn> [<the>] {name} off",
                "(deactivate|disarm|disable) [<the>] {name}"
              ], "requires_context": {"domain": ["humidifier", "water_heater", "siren", "alarm_control_panel"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassLightSet": {"data": [
              {"sentences": [
                "(<put>|dim|brighten|raise|lower) [(<all>|all|<the>)] <light_nouns> [<place>] (to|at) {brightness}<percent_sign>",
                "(dim|brighten|raise|lower|put|adjust) <place> [<light_nouns>] to {brightness}<percent_sign>",
                "(<put>|dim|brighten|raise|lower|adjust) [the] brightness [<place>] (to|at) {brightness}<percent_sign>",
                "(<put>|dim|brighten|raise|lower) [(<all>|all|<the>)] <light_nouns> [<place>] ({share:brightness}|{least:brightness})",
                "(<put>|raise|lower) [the] brightness [<place>] ({share:brightness}|{least:brightness})",
                "<put> [<the>] {area} <light_nouns> [brightness] (to|at) {brightness}<percent_sign>",
                "[<the>] <light_nouns> [<place>] (to|at) {brightness}<percent_sign>",
                "[<the>] {area} <light_nouns> [(to|at|on)] {brightness}<percent_sign>",
                "[(<all>|<the>)] [{area}] <light_nouns> [<place>] [down] ({share:brightness}|{least:brightness})",
                "(<put>|dim|brighten|raise|lower) [<the>] {area} <light_nouns> [(up|down)] ({share:brightness}|{least:brightness}|to {brightness}<percent_sign>)",
                "(<put>|dim) [(<all>|all|<the>)] <light_nouns> [<place>] (up|down) to {brightness}<percent_sign>"
              ], "slots": {"domain": "light"}, "response": "brightness", "metadata": {"slot_combination": "area_brightness"}},
              {"sentences": [
                "(<put>|dim|brighten|raise|lower) [<the>] {name} (to|at) {brightness}<percent_sign>",
                "(<put>|dim|brighten|raise|lower) [<the>] {name} [(up|down)] ({share:brightness}|{least:brightness}|to {brightness}<percent_sign>)",
                "[<the>] {name} [(up|down)] ({share:brightness}|{least:brightness}|[(to|at|on)] {brightness}<percent_sign>)"
              ], "requires_context": {"domain": ["light"]}, "response": "brightness", "metadata": {"slot_combination": "name_brightness"}},
              {"sentences": [
                "dim [(<all>|all|<the>)] <light_nouns> [<place>]",
                "dim <place> [<light_nouns>]",
                "dim it down [<place>]",
                "(turn|put|bring) [<the>] <light_nouns> [<place>] [down] low",
                "soft (light|lighting) [<place>]"
              ], "slots": {"domain": "light", "brightness": 30}, "response": "brightness", "metadata": {"slot_combination": "area_brightness"}},
              {"sentences": [
                "dim [<the>] {name}"
              ], "requires_context": {"domain": ["light"]}, "slots": {"brightness": 30}, "response": "brightness", "metadata": {"slot_combination": "name_brightness"}},
              {"sentences": [
                "<put> [(<all>|all|<the>)] [{area}] <light_nouns> [<place>] [(to|in|into)] ({color}|{more_colors:color})",
                "<put> [<the>] {area} [<light_nouns>] [(to|in)] {more_colors:color}",
                "[<the>] [{area}] <light_nouns> [<place>] [(to|in)] ({color}|{more_colors:color})",
                "[make it] ({color}|{more_colors:color}) <light_nouns> [<place>]"
              ], "slots": {"domain": "light"}, "response": "color", "metadata": {"slot_combination": "area_color"}},
              {"sentences": [
                "<put> [<the>] {name} [(to|in|on)] [a] [nice] ({color}|{more_colors:color})",
                "[<the>] {name} [(to|in)] {more_colors:color}"
              ], "requires_context": {"domain": ["light"]}, "response": "color", "metadata": {"slot_combination": "name_color"}},
              {"sentences": [
                "<put> [(<all>|all|<the>)] [{area}] <light_nouns> [<place>] [(to|in)] {white_names:temperature}",
                "<put> [<the>] {area} [<light_nouns>] [(to|in)] {white_names:temperature}",
                "[<the>] {area} <light_nouns> [(to|in)] {white_names:temperature}"
              ], "slots": {"domain": "light"}, "response": "temperature", "metadata": {"slot_combination": "area_temperature"}},
              {"sentences": [
                "<put> [<the>] {name} [(to|in|on)] {white_names:temperature}",
                "[<the>] {name} [(to|in)] {white_names:temperature}"
              ], "requires_context": {"domain": ["light"]}, "response": "temperature", "metadata": {"slot_combination": "name_temperature"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "(make it|make) [{slightly:little}] brighter [<place>]",
                "[{slightly:little}] brighter [<place>]",
                "make [<the>] (<light_nouns>|{area}|{area} <light_nouns>) [<place>] [{slightly:little}] brighter",
                "[{slightly:little}] more light [<place>]",
                "(increase|raise|<nudge> up|up) [<the>] [{area}] (brightness|<light_nouns>) [<place>] [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "<nudge> [<the>] [{area}] (brightness|<light_nouns>) [<place>] up [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "<nudge> [<the>] (brightness|<light_nouns>) up [{slightly:little}] <place>",
                "[<the>] <light_nouns> [<place>] up [{slightly:little}]",
                "(get|have) [<the>] <light_nouns> [{slightly:little}] brighter [<place>]",
                "brighten (it|things) up [{slightly:little}] <place>",
                "(brighten|brighten up) [<the>] (<light_nouns>|{area}) [<place>] [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "brighten it [up] [{slightly:little}]"
              ], "slots": {"what": "brightness", "direction": "up", "domain": "light"}},
              {"sentences": [
                "(make it|make) [{slightly:little}] (dimmer|darker) [<place>]",
                "[{slightly:little}] (dimmer|darker) [<place>]",
                "make [<the>] (<light_nouns>|{area}|{area} <light_nouns>) [<place>] [{slightly:little}] (dimmer|darker|less bright)",
                "[{slightly:little}] less light [<place>]",
                "(decrease|reduce|lower|<nudge> down) [<the>] [{area}] (brightness|<light_nouns>) [<place>] [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "<nudge> [<the>] [{area}] (brightness|<light_nouns>) [<place>] down [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "<nudge> [<the>] (brightness|<light_nouns>) down [{slightly:little}] <place>",
                "dim [<the>] (<light_nouns>|{area}|{area} <light_nouns>) [<place>] [down] ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "[<the>] <light_nouns> [<place>] down [{slightly:little}]",
                "(get|have) [<the>] <light_nouns> [{slightly:little}] (dimmer|darker) [<place>]",
                "not so bright [<place>]"
              ], "slots": {"what": "brightness", "direction": "down", "domain": "light"}},
              {"sentences": [
                "(brighten|turn up|increase|raise) [<the>] {name} [brightness] [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "make [<the>] {name} [{slightly:little}] brighter",
                "<nudge> [<the>] {name} [brightness] up [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "<nudge> up [<the>] {name} [brightness] [{slightly:little}]",
                "[<the>] {name} ([{slightly:little}] brighter|up [{slightly:little}])"
              ], "requires_context": {"domain": ["light"]}, "slots": {"what": "brightness", "direction": "up"}},
              {"sentences": [
                "(turn down|decrease|lower|reduce) [<the>] {name} [brightness] [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "dim [<the>] {name} ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "make [<the>] {name} [{slightly:little}] (dimmer|darker|less bright)",
                "dim [<the>] {name} down [{slightly:little}]",
                "<nudge> [<the>] {name} [brightness] down [by {step_percent:amount}<percent_sign>] [{slightly:little}]",
                "<nudge> down [<the>] {name} [brightness] [{slightly:little}]",
                "[<the>] {name} ([{slightly:little}] (dimmer|darker)|down [{slightly:little}])"
              ], "requires_context": {"domain": ["light"]}, "slots": {"what": "brightness", "direction": "down"}},
              {"sentences": [
                "make [<the>] <light_nouns> [<place>] [{slightly:little}] warmer",
                "[{slightly:little}] warmer light [<place>]"
              ], "slots": {"what": "color_temperature", "direction": "down", "domain": "light"}},
              {"sentences": [
                "make [<the>] <light_nouns> [<place>] [{slightly:little}] (cooler|colder|whiter)",
                "[{slightly:little}] cooler light [<place>]"
              ], "slots": {"what": "color_temperature", "direction": "up", "domain": "light"}}
            ]},
            "JarvisToggle": {"data": [
              {"sentences": [
                "toggle [<the>] <light_nouns> [<place>]",
                "toggle [<the>] {area} [<light_nouns>]"
              ], "slots": {"domain": "light"}},
              {"sentences": [
                "toggle [<the>] {name}"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "input_boolean", "cover", "climate"]}}
            ]}
          }
        }
        """#
}
