extension Templates {
    /// What the English templates share. Names differ from the package's, so that none of its rules change.
    static let englishRules = #"""
        {
          "language": "en",
          "lists": {
            "step_percent": {"range": {"type": "percentage", "from": 1, "to": 100}},
            "step_degrees": {"range": {"from": 1, "to": 15, "fractions": "halves"}},
            "slightly": {"values": [{"in": "([just ]a [little|tiny|wee] bit|[just ]a little|[ever so ]slightly|a notch|a touch|a tad|a smidge|a smidgen|a shade|a fraction|a little bit more|a bit more|a little more)", "out": true}]},
            "share": {"values": [
              {"in": "([up ]to max|[up ]to maximum|[up ]to full|all the way [up]|at full power|full blast|[up ]to the max|on full|at full|full|to full (brightness|power)|at full brightness|full brightness|on high|on max)", "out": 100},
              {"in": "[(to|at) ](three quarters|three-quarters)", "out": 75},
              {"in": "[(to|at) ](two thirds|two-thirds)", "out": 67},
              {"in": "[(to|at) ](half|half way|halfway|half power|half brightness|on medium)", "out": 50},
              {"in": "[(to|at) ](a third|one third)", "out": 33},
              {"in": "([(to|at) ](a quarter|one quarter)|on low|down low)", "out": 25}
            ]},
            "shut_share": {"values": [
              {"in": "([about ]half|half way|halfway|to half|half shut|half closed)", "out": 50},
              {"in": "(three quarters|three-quarters)[ of the way]", "out": 25},
              {"in": "(two thirds|two-thirds)[ of the way]", "out": 33},
              {"in": "a third[ of the way]", "out": 67},
              {"in": "a quarter[ of the way]", "out": 75},
              {"in": "to a third", "out": 33},
              {"in": "to a quarter", "out": 25}
            ]},
            "degrees_step": {"values": [
              {"in": "half a degree", "out": 0.5},
              {"in": "a degree", "out": 1},
              {"in": "a couple[ of degrees]", "out": 2},
              {"in": "a few degrees", "out": 3}
            ]},
            "least": {"values": [{"in": "([down ]to [the] minimum|to min|[right down ]as low as (possible|it goes|it'll go|they go|they'll go)|to the lowest|right down|all the way down|on [its] lowest|to [the] lowest (setting|level))", "out": 1}]},
            "more_colors": {"values": [
              {"in": "cyan", "out": "cyan"},
              {"in": "magenta", "out": "magenta"},
              {"in": "violet", "out": "violet"},
              {"in": "(gold|golden)", "out": "gold"},
              {"in": "indigo", "out": "indigo"},
              {"in": "(light|sky) blue", "out": "skyblue"},
              {"in": "(dark|navy) blue", "out": "navy"},
              {"in": "light green", "out": "lightgreen"},
              {"in": "coral", "out": "coral"},
              {"in": "beige", "out": "beige"},
              {"in": "lavender", "out": "lavender"},
              {"in": "salmon", "out": "salmon"}
            ]},
            "white_names": {"values": [
              {"in": "candle[ ]light", "out": 1900},
              {"in": "[a ][nice ](warm white|warm|soft white|cosy|cozy)", "out": 2700},
              {"in": "[a ]((cold|cool|neutral|bright) white|cold|cool)", "out": 4000},
              {"in": "day[ ]light", "out": 6500}
            ]}
          },
          "expansion_rules": {
            "place": "[<in>] [(<the>|this )] ({area}|{floor} [floor])",
            "whole_house": "([<in>] [(all [of] |in )][<the>] [(whole|entire)] (home|house|apartment|flat)|everywhere|[in] every room|[in] all [the] rooms)",
            "percent_sign": "[([ ]%| percent)]",
            "degrees_sign": "[([ ]°| degree[s]|[ ]°c| degree[s] celsius)]",
            "by_degrees": "[by] ({step_degrees:amount}<degrees_sign>|{degrees_step:amount})",
            "nudge": "(turn|put|crank|bump|bring|nudge|pump|ramp|push|take|move|have|get|knock)",
            "turning": "(turn|switch|put|flip|power|bring|get|have)",
            "put": "(set|change|turn|make|put|adjust|switch|bring|get|have|move)",
            "light_nouns": "(light|lights|lighting|lamp|lamps|bulb|bulbs)",
            "heating_nouns": "([<the>] (heat|heating|heater|heaters|thermostat|thermostats|radiator|radiators|air conditioning|air conditioner|boiler|central heating))",
            "sound_nouns": "([<the>] (volume|sound))",
            "music_nouns": "([<the>] (music|song|track|tune|tunes|radio|podcast|movie|film|video|playback|speaker|speakers))",
            "units": "(gram[s]|kilo[s]|kilogram[s]|pound[s]|ounce[s]|litre[s]|liter[s]|pint[s]|gallon[s]|metre[s]|meter[s]|kilometre[s]|kilometer[s]|centimetre[s]|inch|inches|foot|feet|yard[s]|mile[s]|cup[s]|euro[s]|dollar[s]|degrees fahrenheit|degrees celsius|hours|minutes|seconds|days|weeks|bytes|watts)",
            "switch_on": "(turn|switch|put|power|flip|bring) [back] on",
            "switch_off": "(turn|switch|shut|power|flip|put|knock) [back] (off|out)"
          },
          "intents": {}
        }
        """#
}
