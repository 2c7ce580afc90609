extension Templates {
    /// What is on, open, warm, locked; why; the weather, the time and the date.
    static let englishQuestions = #"""
        {
          "language": "en",
          "lists": {
            "armed_or_not": {"values": [{"in": "(armed|on|active|activated|set)", "out": "armed"}, {"in": "(disarmed|off|inactive|deactivated)", "out": "disarmed"}]}
          },
          "expansion_rules": {
            "did_leave": "(did|have|has) (i|we|you|anyone|anybody|someone|somebody) (leave|left)",
            "did_anyone": "(did|have|has) (i|we|you|anyone|anybody|someone|somebody) [remember to]",
            "whether": "(if|whether)",
            "out": "(outside|outdoors|out there|out)"
          },
          "intents": {
            "HassClimateGetTemperature": {"data": [
              {"sentences": [
                "what's it like <out> (temperature wise|temperature-wise)",
                "(what's|what is|how's|how is) the [outside] <temp> [like] <out>",
                "(what's|what is) the (outside|outdoor) <temp> [like]",
                "how (hot|cold|warm|cool|chilly) is it <out>",
                "what is it <out> in degrees",
                "how many degrees is it <out>",
                "what <temp> is it <out>",
                "what the <temp> is <out>",
                "how (hot|cold|warm) it is <out>",
                "(what|what's|what is) [the] [current] <temp> [is it] (outside|outdoors)",
                "(what's|what is) the (outside|outdoor) <temp>",
                "how (hot|cold|warm|cool|many degrees) is it (outside|outdoors)",
                "(outside|outdoor) <temp>"
              ], "slots": {"outside": true}, "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(what|what's|what is) [the] [(inside|indoor|room|current)] <temp> [is it] [<place>]",
                "what <temp> is it [<place>]",
                "<temp> [<place>]",
                "how (hot|cold|warm|cool) is it [<place>]",
                "what is <heating_nouns> set to [<place>]",
                "(what's|what is) <heating_nouns> (set to|set at|on|at|reading|showing) [<place>]",
                "(what's|what is|how's|how is) the <temp> [like] [<place>]",
                "(what's|what is|how's|how is) it like <place> (temperature wise|temperature-wise)",
                "is it [(too|very|really)] (warm|hot|cold|chilly|cool|freezing|stuffy|toasty|warm enough) <place>",
                "how (chilly|toasty|stuffy) is it [<place>]",
                "how (hot|cold|warm|cool) (is|are) <place>",
                "(what's|what is) <place> at",
                "what the <temp> is [<place>]",
                "how (hot|cold|warm) it is [<place>]",
                "what <temp> (is|have we got|do we have) <place>",
                "how many degrees [is it] [<place>]"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassGetState": {"data": [
              {"sentences": [
                "(is|was) there [any] (motion|movement) [<place>]",
                "is (anything|something|anyone|somebody) moving [<place>]"
              ], "slots": {"domain": "binary_sensor", "device_class": ["motion", "occupancy"], "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(is|are) there [(any|a)] [water] leak[s] [<place>]",
                "is (anything|something) leaking [<place>]"
              ], "slots": {"domain": "binary_sensor", "device_class": "moisture", "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "is there [any] smoke [<place>]"
              ], "slots": {"domain": "binary_sensor", "device_class": "smoke", "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "is there [any] [(a|carbon)] (gas leak|gas|monoxide) [<place>]"
              ], "slots": {"domain": "binary_sensor", "device_class": ["gas", "carbon_monoxide"], "state": "on"}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "is the [(house|home|burglar)] alarm {armed_or_not:state}",
                "(did i|have i|did we|have we) (arm|armed) the alarm"
              ], "slots": {"domain": "alarm_control_panel"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state"}},
              {"sentences": [
                "(which|what) (batteries|devices|sensors) (are|have|need) [(a|the)] [(new|battery|batteries)] (low|empty|flat|dead|low battery|low batteries|changing|replacing)",
                "(are there any|are any|any) [(low|empty|flat|dead)] batteries [(low|empty|flat|dead)]",
                "how are [(the|my|all)] [the] batteries"
              ], "slots": {"domain": "sensor", "device_class": "battery"}, "response": "low", "metadata": {"slot_combination": "device_class_area"}},
              {"sentences": [
                "(what's|what is|tell me) [the] humidity [<place>]",
                "humidity [<place>]",
                "how humid is it [<place>]",
                "(what's|what is) [<the>] {area} humidity"
              ], "slots": {"domain": "sensor", "device_class": "humidity"}, "response": "one", "metadata": {"slot_combination": "device_class_area"}},
              {"sentences": [
                "(is|are) [<the>] [{area}] <light_nouns> [<place>] {on_off_states:state}",
                "(is|are) [<the>] <light_nouns> {on_off_states:state} <place>",
                "did (i|we) leave [<the>] [{area}] <light_nouns> [<place>] {on_off_states:state}"
              ], "slots": {"domain": "light"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "(are|is) there [(any|a|some)] <light_nouns> [left] {on_off_states:state} [<place>]",
                "did (i|we) leave (any|a|some) <light_nouns> {on_off_states:state} [<place>]",
                "is anything [left] {on_off_states:state} [<place>]"
              ], "slots": {"domain": "light"}, "response": "any", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "is everything {on_off_states:state} [<place>]"
              ], "slots": {"domain": "light"}, "response": "all", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "(what|which) <light_nouns> are [(still|left)] {on_off_states:state} [<place>]",
                "what is {on_off_states:state} [<place>]",
                "what's [still] {on_off_states:state} [(<place>|<whole_house>|at the moment|right now)]",
                "what (have we|have i|did we|did i) (left|leave|got) {on_off_states:state} [<place>]"
              ], "slots": {"domain": "light"}, "response": "which", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "how many <light_nouns> are {on_off_states:state} [<place>]"
              ], "slots": {"domain": "light"}, "response": "how_many", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "(is|are) [<the>] [{area}] {openings:device_class} [<place>] {open_or_shut:state}",
                "(is|are) [<the>] {openings:device_class} {open_or_shut:state} <place>"
              ], "slots": {"domain": "cover"}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "are [all] [<the>] {openings:device_class} [<place>] all {open_or_shut:state}",
                "are all [<the>] {openings:device_class} {open_or_shut:state} [<place>]"
              ], "slots": {"domain": "cover"}, "response": "all", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(is|are) [<the>] [{area}] {entrances:device_class} [<place>] {open_or_shut:state}"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "are there any {entrances:device_class} {open_or_shut:state} [<place>]",
                "(is|are) any {entrances:device_class} {open_or_shut:state} [<place>]",
                "did (i|we) leave (any|a|the) {entrances:device_class} {open_or_shut:state} [<place>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "(what|which) {entrances:device_class} (are|is) {open_or_shut:state} [<place>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "which", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "is (everything|the house) {lock_states:state}",
                "are (the doors|all the doors) {lock_states:state}",
                "is the door {lock_states:state}",
                "did (i|we) (lock|lock up) (everything|the house|the door|the doors)"
              ], "slots": {"domain": "lock"}, "response": "all", "metadata": {"slot_combination": "domain_state"}},
              {"sentences": [
                "<did_leave> [<the>] {name} {on_off_states:state}",
                "(is|are) [<the>] {name} (still|left) {on_off_states:state}",
                "<whether> [<the>] {name} (is|are) [still] {on_off_states:state}"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "climate", "input_boolean", "humidifier", "water_heater"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_leave> [<the>] {name} {cover_states:state}",
                "(is|are) [<the>] {name} (still|left) {cover_states:state}",
                "(is|are) [<the>] {name} {open_or_shut:state}",
                "<whether> [<the>] {name} (is|are) [still] {cover_states:state}"
              ], "requires_context": {"domain": ["cover", "valve"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_leave> [<the>] {name} {bs_open_states:state}",
                "(is|are) [<the>] {name} (still|left) {bs_open_states:state}",
                "<whether> [<the>] {name} (is|are) [still] {bs_open_states:state}"
              ], "requires_context": {"domain": ["binary_sensor"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_leave> [<the>] {name} {lock_states:state}",
                "(is|are) [<the>] {name} (still|left) {lock_states:state}",
                "<whether> [<the>] {name} (is|are) [still] {lock_states:state}"
              ], "requires_context": {"domain": ["lock"]}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_anyone> (lock|locked|lock up|locked up|bolt) [<the>] {name}"
              ], "requires_context": {"domain": ["lock"]}, "slots": {"state": "locked"}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_anyone> (close|closed|shut) [<the>] {name}"
              ], "requires_context": {"domain": ["cover", "valve"]}, "slots": {"state": "closed"}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_anyone> (close|closed|shut) [<the>] {name}"
              ], "requires_context": {"domain": ["binary_sensor"]}, "slots": {"state": "off"}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "<did_anyone> (turn|turned|switch|switched) off [<the>] {name}",
                "<did_anyone> (turn|turned|switch|switched) [<the>] {name} off"
              ], "requires_context": {"domain": ["light", "switch", "fan", "media_player", "climate", "input_boolean"]}, "slots": {"state": "off"}, "response": "one_yesno", "metadata": {"slot_combination": "name_state"}},
              {"sentences": [
                "is [<the>] {area} {entrances:device_class} [still] {open_or_shut:state}",
                "<did_leave> [<the>] {area} {entrances:device_class} {open_or_shut:state}"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "are all [of] [<the>] {entrances:device_class} {open_or_shut:state} [<place>]",
                "are [<the>] {entrances:device_class} all {open_or_shut:state} [<place>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "all", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "[are there] any {entrances:device_class} [left] {open_or_shut:state} [<place>]",
                "<did_leave> (any|a) {entrances:device_class} {open_or_shut:state} [<place>]"
              ], "slots": {"domain": ["binary_sensor", "cover"]}, "response": "any", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<did_leave> [<the>] {openings:device_class} {open_or_shut:state} [<place>]",
                "<did_leave> [<the>] {area} {openings:device_class} {open_or_shut:state}",
                "<whether> [<the>] [{area}] {openings:device_class} (is|are) {open_or_shut:state}"
              ], "slots": {"domain": "cover"}, "response": "one_yesno", "metadata": {"slot_combination": "device_class_state_area"}},
              {"sentences": [
                "<did_leave> [<the>] [{area}] <light_nouns> [<place>] {on_off_states:state}",
                "<did_leave> [<the>] <light_nouns> {on_off_states:state} <place>",
                "<whether> [<the>] [{area}] <light_nouns> (is|are) [still] {on_off_states:state} [<place>]"
              ], "slots": {"domain": "light"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "<did_leave> (any|a|some) <light_nouns> {on_off_states:state} [<place>]",
                "<did_leave> anything {on_off_states:state} [<place>]",
                "[are] [there] any <light_nouns> [(still|left)] {on_off_states:state} [(<place>|<whole_house>)]",
                "is there (anything|a light) [(still|left)] {on_off_states:state} [<place>]"
              ], "slots": {"domain": "light"}, "response": "any", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "<did_leave> <heating_nouns> {on_off_states:state} [<place>]",
                "is <heating_nouns> still {on_off_states:state} [<place>]"
              ], "slots": {"domain": "climate"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "<did_leave> [<the>] <tv> {on_off_states:state} [<place>]",
                "is [<the>] <tv> still {on_off_states:state} [<place>]"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "(is|are) (everything|the house|the place|we|the flat) [all] locked [up]",
                "<did_anyone> (lock|locked) [up] [(everything|the house|the door|the doors|the place)]",
                "<did_leave> (a|any|the) (door|doors) unlocked"
              ], "slots": {"domain": "lock", "state": "locked"}, "response": "all", "metadata": {"slot_combination": "domain_state"}},
              {"sentences": [
                "is <heating_nouns> {on_off_states:state} [<place>]"
              ], "slots": {"domain": "climate"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "is [<the>] <tv> {on_off_states:state} [<place>]"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "response": "one_yesno", "metadata": {"slot_combination": "domain_state_area"}},
              {"sentences": [
                "(what's|what is) [the] (state|status) of [<the>] {name}",
                "(state|status) of [<the>] {name}",
                "(what's|what is) [<the>] {name} [(state|status|reading|at)]"
              ], "requires_context": {"domain": ["sensor", "binary_sensor", "light", "switch", "fan", "cover", "lock", "valve", "climate", "media_player", "vacuum", "alarm_control_panel", "lawn_mower", "humidifier", "water_heater"]}, "response": "one", "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisExplain": {"data": [
              {"sentences": [
                "why (did|is|are) [<the>] [{area}] <light_nouns> [<place>] [(turn|go|come|switch)] [(on|off)]",
                "who (turned|switched) (on|off) [<the>] [{area}] <light_nouns> [<place>]",
                "who (turned|switched) [<the>] [{area}] <light_nouns> [<place>] (on|off)",
                "why did you turn (on|off) [<the>] [{area}] <light_nouns> [<place>]",
                "why did you turn [<the>] [{area}] <light_nouns> [<place>] (on|off)"
              ], "slots": {"domain": "light"}},
              {"sentences": [
                "why (did|is|are) [<the>] [{area}] {openings:device_class} [<place>] (open|close|move|opened|closed|opening|closing)",
                "who (opened|closed) [<the>] [{area}] {openings:device_class} [<place>]"
              ], "slots": {"domain": "cover"}},
              {"sentences": [
                "why (did|is) <heating_nouns> [<place>] [(turn|go|come|switch)] (on|off|running)",
                "who (turned|switched) (on|off|up|down) <heating_nouns> [<place>]"
              ], "slots": {"domain": "climate"}},
              {"sentences": [
                "why (did|is) [<the>] {name} [(turn|go|come|switch)] (on|off|open|close|lock|unlock|opened|closed|locked|unlocked|running)",
                "who (turned on|turned off|opened|closed|locked|unlocked|started|stopped) [<the>] {name}",
                "who turned [<the>] {name} (on|off)"
              ]},
              {"sentences": [
                "why did you do that",
                "what did you just do",
                "what [just] happened"
              ]}
            ]},
            "HassGetWeather": {"data": [
              {"sentences": [
                "(what's|what is|how's|how is) the weather [like] [(outside|today|now|right now)]",
                "weather",
                "is it (raining|snowing|sunny|windy|cold outside|hot outside|warm outside|cloudy) [(outside|now|right now)]",
                "(what's|what is) it (like|doing) (outside|out) [(today|now|right now)]",
                "(what's|what is) it doing out there",
                "(how's|how is) the weather [looking] [(outside|today|now|right now|out there)]",
                "(what's|what is) the weather doing [(outside|today|now)]",
                "is it (still raining|raining|snowing|sunny|windy|dry|wet|nice|cold|hot|warm|chilly|freezing) (outside|out|out there)",
                "what the weather is like [(outside|today)]",
                "(what's|what is) the <temp> outside"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassGetCurrentTime": {"data": [
              {"sentences": [
                "(what's|what is|tell me|give me|do you have) the time [(please|now)]",
                "what time is it [(now|right now|please)]",
                "what time (do you|d'you) make it",
                "(what|what's the) time (have you|have you got|do you have)",
                "what's the time",
                "(have you|have you got|you got|got|do you know|do you have) the time [on you]",
                "[what] time it is",
                "what the time is",
                "how late is it",
                "time"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassGetCurrentDate": {"data": [
              {"sentences": [
                "(what's|what is|tell me) (the date|today's date|the day) [today]",
                "(what|which) day is it [today]",
                "what date is it [today]",
                "(what's|what is) the date today",
                "what (date|day) (are we|is today|is it today)",
                "what day of the (week|month) is it [today]",
                "what (day|date) it is [today]",
                "what the date is",
                "what's today"
              ], "metadata": {"slot_combination": "default"}}
            ]}
          }
        }
        """#
}
