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
            "open_or_shut": {"values": [{"in": "(open|opened|up)", "out": "open"}, {"in": "(closed|shut|down)", "out": "closed"}]}
          },
          "expansion_rules": {
            "open_up": "(open|raise|lift|pull up|roll up|open up|draw back|pull back|draw open|pull open|wind up|bring up|put up|run up|part)",
            "shut_down": "(close|shut|lower|drop|pull down|roll down|close up|draw|pull to|pull shut|pull closed|wind down|bring down|put down|let down|close down|shut up)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<open_up> [(all|<all>|<the>)] {openings:device_class} [(<place>|<whole_house>)]",
                "<open_up> <place> {openings:device_class}",
                "(<turning>|pull|roll|wind|let|run|roll) [(all|<all>|<the>)] [{area}] {openings:device_class} (up|back up|open) [(<place>|<whole_house>)]",
                "(draw|pull|open|roll|swing) [(all|<all>|<the>)] [{area}] {openings:device_class} (back|wide|open|up|wide open|all the way|fully|right up) [(<place>|<whole_house>)]",
                "[(all|<all>|<the>)] [{area}] {openings:device_class} (up|open) [(<place>|<whole_house>)]"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class_cover"}},
              {"sentences": [
                "(pull up|roll up|draw back|pull back|open up|wind up|bring up|put up) [<the>] {name}",
                "(<turning>|pull|roll|wind|draw|open|let|run) [<the>] {name} (up|back|open|back up|all the way|fully|right up|wide)",
                "[<the>] {name} up"
              ], "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(lock|lock up|bolt|close|shut|secure) [<the>] {name} [up]",
                "<turning> [<the>] {name} locked [up]",
                "(make sure|see to it that) [<the>] {name} (is|are) locked",
                "[<the>] {name} locked"
              ], "requires_context": {"domain": ["lock"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "lock [up]",
                "lock [up] everything [(<place>|<whole_house>)]",
                "lock everything up",
                "lock <whole_house> up",
                "(make sure|see to it that) (everything|<whole_house>|(all|<all>|<the>) (doors|door)) (is|are) [all] locked [up]",
                "lock [up] <whole_house>",
                "lock [up] [(all|<all>|<the>)] (lock|locks|door|doors) [(<place>|<whole_house>)]",
                "lock <place> (door|doors)"
              ], "slots": {"domain": "lock"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<shut_down> [(all|<all>|<the>)] {openings:device_class} [(<place>|<whole_house>)]",
                "<shut_down> <place> {openings:device_class}",
                "(<turning>|pull|roll|wind|let|run|roll) [(all|<all>|<the>)] [{area}] {openings:device_class} (down|back down|shut|closed|to) [(<place>|<whole_house>)]",
                "(close|shut|pull|draw|lower|roll|drop) [(all|<all>|<the>)] [{area}] {openings:device_class} (shut|closed|down|up|all the way|all the way down|fully|completely|right down) [(<place>|<whole_house>)]",
                "[(all|<all>|<the>)] [{area}] {openings:device_class} (down|closed|shut) [(<place>|<whole_house>)]",
                "(make sure|see to it that) [(all|<all>|<the>)] [{area}] {openings:device_class} (is|are) [all] (down|closed|shut) [(<place>|<whole_house>)]"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class_cover"}},
              {"sentences": [
                "(close|shut) everything [(<place>|<whole_house>)]"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_domain"}},
              {"sentences": [
                "(pull down|roll down|draw|pull shut|pull to|drop|wind down|bring down|put down|let down|close up|close down) [<the>] {name}",
                "(<turning>|pull|roll|wind|draw|let|run|lower|drop) [<the>] {name} (down|shut|closed|to|back down|all the way|all the way down|right down)",
                "(close|shut) [<the>] {name} (all the way|fully|completely|down|all the way down|right down|up)",
                "[<the>] {name} (down|shut|closed)",
                "(make sure|see to it that) [<the>] {name} (is|are) (down|shut|closed)"
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
                "(<open_up>|<shut_down>|<put>) [(all|<all>|<the>)] [{area}] {openings:device_class} [<place>] (to {position}<percent_sign>|{position}<percent_sign>)",
                "(<open_up>|<put>) [(all|<all>|<the>)] [{area}] {openings:device_class} [<place>] {share:position} [(open|up)]",
                "<shut_down> [(all|<all>|<the>)] [{area}] {openings:device_class} [<place>] {shut_share:position} [down]",
                "(<put>|pull|roll|let|wind) [(all|<all>|<the>)] [{area}] {openings:device_class} [<place>] {shut_share:position} (down|closed|shut)",
                "[(all|<all>|<the>)] [{area}] {openings:device_class} [<place>] ([(to|at)] {position}<percent_sign>|{share:position} [open]|{shut_share:position} (down|closed|shut))"
              ], "slots": {"domain": "cover"}, "metadata": {"slot_combination": "area_device_class"}},
              {"sentences": [
                "(<open_up>|<shut_down>|<put>) [<the>] {name} (to {position}<percent_sign>|{position}<percent_sign>)",
                "(<open_up>|<put>) [<the>] {name} {share:position} [(open|up)]",
                "<shut_down> [<the>] {name} {shut_share:position} [down]",
                "(<put>|pull|roll|let|wind) [<the>] {name} {shut_share:position} (down|closed|shut)",
                "[<the>] {name} ([(to|at)] {position}<percent_sign>|{share:position} [open]|{shut_share:position} (down|closed|shut))"
              ], "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "half (open|close|shut) [(all|<the>)] [{area}] {openings:device_class} [<place>]"
              ], "slots": {"domain": "cover", "position": 50}, "metadata": {"slot_combination": "area_device_class"}},
              {"sentences": [
                "half (open|close|shut) [<the>] {name}"
              ], "slots": {"position": 50}, "requires_context": {"domain": ["cover"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "(raise|open|lift|pull up) [(all|<the>)] [{area}] {openings:device_class} [<place>] ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "(<nudge>|pull|roll|wind) [(all|<the>)] [{area}] {openings:device_class} [<place>] up ({slightly:little}|by {step_percent:amount}<percent_sign>)"
              ], "slots": {"what": "position", "direction": "up", "domain": "cover"}},
              {"sentences": [
                "(lower|close|shut|drop|pull down) [(all|<the>)] [{area}] {openings:device_class} [<place>] ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "(<nudge>|pull|roll|wind|let) [(all|<the>)] [{area}] {openings:device_class} [<place>] down ({slightly:little}|by {step_percent:amount}<percent_sign>)"
              ], "slots": {"what": "position", "direction": "down", "domain": "cover"}},
              {"sentences": [
                "(raise|open|lift|pull up) [<the>] {name} ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "(<nudge>|pull|roll|wind) [<the>] {name} up ({slightly:little}|by {step_percent:amount}<percent_sign>)"
              ], "slots": {"what": "position", "direction": "up"}, "requires_context": {"domain": ["cover"]}},
              {"sentences": [
                "(lower|close|shut|drop|pull down) [<the>] {name} ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "(<nudge>|pull|roll|wind|let) [<the>] {name} down ({slightly:little}|by {step_percent:amount}<percent_sign>)"
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
