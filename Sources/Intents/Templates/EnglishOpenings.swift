extension Templates {
    /// What opens, closes and locks.
    static let englishOpenings = #"""
        {
          "language": "en",
          "lists": {
            "openings": {"values": [
              {"in": "(shutter|shutters|roller shutter|roller shutters)", "out": "shutter"},
              {"in": "(blind|blinds)", "out": "blind"},
              {"in": "(shade|shades)", "out": "shade"},
              {"in": "(awning|awnings)", "out": "awning"},
              {"in": "(curtain|curtains|drapes)", "out": "curtain"},
              {"in": "(garage|garage door|garage doors)", "out": "garage"},
              {"in": "(gate|gates)", "out": "gate"},
              {"in": "(window|windows|skylight)", "out": "window"}
            ]},
            "entrances": {"values": [
              {"in": "(door|doors)", "out": "door"},
              {"in": "(window|windows)", "out": "window"},
              {"in": "garage door[s]", "out": "garage"}
            ]},
            "open_or_shut": {"values": [{"in": "(open|opened)", "out": "open"}, {"in": "(closed|shut)", "out": "closed"}]}
          },
          "expansion_rules": {
            "open_up": "(open|raise|lift|pull up|roll up|open up)",
            "shut_down": "(close|shut|lower|pull down|roll down|close up)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<open_up> [(all|<all>|<the>)] {openings:device_class} [(<place>|<whole_house>)]",
                "<open_up> <place> {openings:device_class}"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class_cover"}},
              {"sentences": [
                "(pull up|roll up) [<the>] {name}"
              ], "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(lock|lock up|bolt|close|shut) [<the>] {name} [up]"
              ], "requires_context": {"domain": ["lock"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "lock [up]",
                "lock [up] everything [(<place>|<whole_house>)]",
                "lock [up] <whole_house>",
                "lock [up] [(all|<all>|<the>)] (lock|locks|door|doors) [(<place>|<whole_house>)]",
                "lock <place> (door|doors)"
              ], "slots": {"domain": "lock"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<shut_down> [(all|<all>|<the>)] {openings:device_class} [(<place>|<whole_house>)]",
                "<shut_down> <place> {openings:device_class}"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class_cover"}},
              {"sentences": [
                "(close|shut) everything [(<place>|<whole_house>)]"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(pull down|roll down) [<the>] {name}"
              ], "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(open|unlock|unbolt) [up] [<the>] {name}"
              ], "requires_context": {"domain": ["lock"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "unlock everything [(<place>|<whole_house>)]",
                "unlock <whole_house>",
                "unlock [(all|<all>|<the>)] (lock|locks|door|doors) [(<place>|<whole_house>)]",
                "unlock <place> (door|doors)"
              ], "slots": {"domain": "lock"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassSetPosition": {"data": [
              {"sentences": [
                "(<open_up>|<shut_down>|<put>) [(all|<all>|<the>)] {openings:device_class} [<place>] (to {position}<percent_sign>|{share:position}|{position}<percent_sign>)",
                "(<open_up>|<shut_down>|<put>) <place> {openings:device_class} (to {position}<percent_sign>|{share:position})",
                "half (open|close) [(all|<the>)] {openings:device_class} [<place>] {share:position}"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class"}},
              {"sentences": [
                "(<open_up>|<shut_down>|<put>) [<the>] {name} (to {position}<percent_sign>|{share:position}|{position}<percent_sign>)"
              ], "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "(raise|open|lift|pull up) [(all|<the>)] {openings:device_class} [<place>] ({slightly:little}|by {step_percent:amount}<percent_sign>|a bit more)"
              ], "slots": {"what": "position", "direction": "up", "domain": "cover"}},
              {"sentences": [
                "(lower|close|pull down) [(all|<the>)] {openings:device_class} [<place>] ({slightly:little}|by {step_percent:amount}<percent_sign>|a bit more)"
              ], "slots": {"what": "position", "direction": "down", "domain": "cover"}},
              {"sentences": [
                "(raise|open|lift|pull up) [<the>] {name} ({slightly:little}|by {step_percent:amount}<percent_sign>)"
              ], "slots": {"what": "position", "direction": "up"}, "requires_context": {"domain": ["cover"]}},
              {"sentences": [
                "(lower|close|pull down) [<the>] {name} ({slightly:little}|by {step_percent:amount}<percent_sign>)"
              ], "slots": {"what": "position", "direction": "down"}, "requires_context": {"domain": ["cover"]}}
            ]},
            "JarvisStop": {"data": [
              {"sentences": [
                "(stop|halt) [(all|<the>)] {openings:device_class} [<place>]",
                "(stop|halt) <place> {openings:device_class}"
              ], "slots": {"domain": "cover"}},
              {"sentences": [
                "(stop|halt) [<the>] {name}"
              ], "requires_context": {"domain": ["cover"]}}
            ]},
            "JarvisToggle": {"data": [
              {"sentences": [
                "toggle [<the>] {openings:device_class} [<place>]"
              ], "slots": {"domain": "cover"}}
            ]}
          }
        }
        """#
}
