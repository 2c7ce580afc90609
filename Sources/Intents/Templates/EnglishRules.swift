extension Templates {
    /// What the English templates share. Names differ from the package's, so that none of its rules change.
    static let englishRules = #"""
        {
          "language": "en",
          "lists": {
            "step_percent": {"range": {"type": "percentage", "from": 1, "to": 100}},
            "step_degrees": {"range": {"from": 1, "to": 15, "fractions": "halves"}},
            "slightly": {"values": [{"in": "([just ]a [little|tiny|wee] bit|[just ]a little|slightly|a notch|a touch)", "out": true}]},
            "share": {"values": [
              {"in": "(to max|to maximum|to full|all the way [up]|at full power|full blast|to the max|on full)", "out": 100},
              {"in": "(three quarters|to three quarters)", "out": 75},
              {"in": "(half|half way|halfway|to half)", "out": 50},
              {"in": "(a quarter|to a quarter)", "out": 25}
            ]},
            "least": {"values": [{"in": "(to [the] minimum|to min|as low as possible|to the lowest)", "out": 1}]},
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
              {"in": "(warm white|warm)", "out": 2700},
              {"in": "((cold|cool|neutral) white|cold|cool)", "out": 4000},
              {"in": "day[ ]light", "out": 6500}
            ]}
          },
          "expansion_rules": {
            "place": "[<in>] [(<the>|this )] ({area}|{floor} [floor])",
            "whole_house": "([<in>] [(all [of] |in )][<the>] [(whole|entire)] (home|house|apartment|flat)|everywhere|[in] every room|[in] all [the] rooms)",
            "percent_sign": "[([ ]%| percent)]",
            "degrees_sign": "[([ ]°| degree[s]|[ ]°c| degree[s] celsius)]",
            "put": "(set|change|turn|make|put|adjust|switch|bring)",
            "light_nouns": "(light|lights|lighting|lamp|lamps|bulb|bulbs)",
            "heating_nouns": "([<the>] (heat|heating|heater|heaters|thermostat|thermostats|radiator|radiators|air con|air conditioning|air conditioner|ac|boiler))",
            "sound_nouns": "([<the>] (volume|sound))",
            "music_nouns": "([<the>] (music|song|track|radio|podcast|movie|film|video|playback|tv|television|telly))",
            "units": "(gram[s]|kilo[s]|kilogram[s]|pound[s]|ounce[s]|litre[s]|liter[s]|pint[s]|gallon[s]|metre[s]|meter[s]|kilometre[s]|kilometer[s]|centimetre[s]|inch|inches|foot|feet|yard[s]|mile[s]|cup[s]|euro[s]|dollar[s]|degrees fahrenheit|degrees celsius|hours|minutes|seconds|days|weeks|bytes|watts)",
            "switch_on": "(turn|switch|put|power|flip) on",
            "switch_off": "(turn|switch|shut|power|flip|put) (off|out)"
          },
          "intents": {}
        }
        """#
}
