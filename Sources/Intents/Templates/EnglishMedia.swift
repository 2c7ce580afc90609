extension Templates {
    /// Television, music, volume, announcements.
    static let englishMedia = #"""
        {
          "language": "en",
          "lists": {
            "volume_words_up": {"values": [{"in": "(louder|up)", "out": "up"}]}
          },
          "expansion_rules": {
            "tv": "(tv|telly|television|tv set|the box|goggle box)",
            "players": "(<tv>|radio|speaker|stereo)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<switch_on> [<the>] <tv> [<place>]",
                "<turn> [<the>] <tv> on [<place>]",
                "<turning> [<the>] <tv> [back] on [again] [<place>]",
                "[<the>] [{area}] <tv> on [<place>]",
                "<switch_on> [<the>] {area} <tv>"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<switch_off> [(<the>|all [the])] <tv>[s] [<place>]",
                "<turn> [<the>] <tv> off [<place>]",
                "(<turning>|shut|knock) [<the>] <tv> [back] off [again] [<place>]",
                "[<the>] [{area}] <tv> off [<place>]",
                "kill [<the>] <tv> [<place>]",
                "<switch_off> [<the>] {area} <tv>"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassMediaPause": {"data": [
              {"sentences": [
                "(pause|stop|turn off|switch off|cut) <music_nouns> [<place>]",
                "pause [<place>]",
                "pause (it|that)",
                "stop playing [<music_nouns>] [<place>]",
                "(turn|switch|shut|knock|cut) <music_nouns> off [<place>]",
                "music off [<place>]"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(pause|stop) [<the>] <tv> [<place>]",
                "(pause|stop) [<the>] {area} <tv>"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(put|set) [<the>] {name} on (pause|hold)"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassMediaUnpause": {"data": [
              {"sentences": [
                "(resume|unpause|continue|restart) [<music_nouns>] [<place>]",
                "(play|start) [(some|the)] music [<place>]",
                "play",
                "(put|turn|switch) (some|the) music on [<place>]",
                "(put|turn|switch|get|stick) on (some|the) (music|tunes) [<place>]",
                "(put|turn|switch|get|have) (some|the) (music|tunes) (on|going|playing) [<place>]",
                "[some] music [(on|please)] <place>",
                "(some|a bit of) music [on]",
                "(give|get) (me|us) (some|a bit of) (music|tunes) [<place>]",
                "(get|have) (some|a bit of) (music|tunes) [<place>]",
                "music on"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaNext": {"data": [
              {"sentences": [
                "(next|skip) [(song|track|episode|one|this|it|this song|this track|the song|tune|this one|that one)] [<place>]",
                "(play|go to) the next (song|track|episode|one) [<place>]",
                "skip (to the next|forward) [(song|track|one)] [<place>]"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaPrevious": {"data": [
              {"sentences": [
                "previous (song|track|episode|one) [<place>]",
                "(play|go back to) the previous (song|track|episode|one) [<place>]",
                "previous"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaPlayerMute": {"data": [
              {"sentences": [
                "mute [(it|the sound|the volume|<music_nouns>)] [<place>]",
                "(cut|turn off|switch off|kill) <sound_nouns> [<place>]",
                "(turn|switch|cut|knock) <sound_nouns> off [<place>]",
                "sound off [<place>]",
                "put (it|<music_nouns>) on mute"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(mute|silence) [<the>] <tv> [<place>]",
                "mute [<the>] {area} <tv>",
                "put [<the>] <tv> on mute"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(mute|silence) [<the>] {name}",
                "put [<the>] {name} on mute"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassMediaPlayerUnmute": {"data": [
              {"sentences": [
                "unmute [(it|the sound|the volume|<music_nouns>)] [<place>]",
                "(turn|switch|put) <sound_nouns> back on [<place>]",
                "(turn|switch) back on <sound_nouns> [<place>]",
                "(turn|switch|put) <sound_nouns> on [<place>]",
                "sound [back] on [<place>]"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "unmute [<the>] <tv> [<place>]",
                "take [<the>] <tv> off mute"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "unmute [<the>] {name}",
                "take [<the>] {name} off mute"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassSetVolume": {"data": [
              {"sentences": [
                "(<put>|raise|lower) <sound_nouns> [<place>] [(up|down)] (to|at) {volume:volume_level}<percent_sign>",
                "volume [<place>] [(to|at)] {volume:volume_level}<percent_sign>",
                "(<put>|raise) <sound_nouns> [<place>] ({share:volume_level}|{least:volume_level})",
                "(<put>|knock|nudge) <sound_nouns> [(up|down)] (to|at|on) {volume:volume_level}<percent_sign> [<place>]",
                "volume (to|at|on) {volume:volume_level}<percent_sign> <place>"
              ], "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(<put>|raise|lower) [<the>] <tv> [volume] [(up|down)] (to|at|on) {volume:volume_level}<percent_sign> [<place>]",
                "[<the>] <tv> [volume] [(to|at|on)] {volume:volume_level}<percent_sign>"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(<put>|raise|lower|increase|decrease) [<the>] {name} [volume] [(up|down)] (to|at|on) {volume:volume_level}<percent_sign>",
                "(<put>|raise|lower) [<the>] volume (on|of|for) [<the>] {name} (to|at) {volume:volume_level}<percent_sign>",
                "[<the>] {name} [volume] (to|at|on) {volume:volume_level}<percent_sign>",
                "[<the>] {name} volume {volume:volume_level}<percent_sign>",
                "<put> [<the>] {name} [volume] ({share:volume_level}|{least:volume_level})"
              ], "requires_context": {"domain": ["media_player"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassSetVolumeRelative": {"data": [
              {"sentences": [
                "louder [<place>]",
                "(make|turn) it louder [<place>]",
                "(<nudge> up|raise|increase) (<sound_nouns>|<music_nouns>) [<place>]",
                "<nudge> (<sound_nouns>|<music_nouns>) up [<place>]",
                "make (<sound_nouns>|<music_nouns>) louder [<place>]",
                "(volume|sound|music) up [<place>]"
              ], "slots": {"volume_step": "up"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(<nudge> up|raise|increase) [<the>] <tv> [volume] [<place>]",
                "<nudge> [<the>] <tv> [volume] up [<place>]",
                "make [<the>] <tv> louder",
                "[<the>] <tv> (up|louder)"
              ], "slots": {"volume_step": "up", "domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(<nudge> up|raise|increase) [<the>] {name} [volume]",
                "(<nudge> up|raise|increase) [<the>] volume (on|of|for) [<the>] {name}",
                "<nudge> [<the>] {name} [volume] up",
                "make [<the>] {name} louder",
                "[<the>] {name} (up|louder)"
              ], "requires_context": {"domain": ["media_player"]}, "slots": {"volume_step": "up"}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(<nudge> down|lower|decrease|reduce) [<the>] <tv> [volume] [<place>]",
                "<nudge> [<the>] <tv> [volume] down [<place>]",
                "make [<the>] <tv> (quieter|softer)",
                "[<the>] <tv> (down|quieter)"
              ], "slots": {"volume_step": "down", "domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(<nudge> down|lower|decrease|reduce) [<the>] {name} [volume]",
                "(<nudge> down|lower|decrease|reduce) [<the>] volume (on|of|for) [<the>] {name}",
                "<nudge> [<the>] {name} [volume] down",
                "make [<the>] {name} (quieter|softer)",
                "[<the>] {name} (down|quieter)"
              ], "requires_context": {"domain": ["media_player"]}, "slots": {"volume_step": "down"}, "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(quieter|softer) [<place>]",
                "(make|turn) it (quieter|softer) [<place>]",
                "(<nudge> down|lower|decrease|reduce) (<sound_nouns>|<music_nouns>) [<place>]",
                "<nudge> (<sound_nouns>|<music_nouns>) down [<place>]",
                "make (<sound_nouns>|<music_nouns>) (quieter|softer) [<place>]",
                "(keep|turn|knock) the (noise|racket) down",
                "(volume|sound|music) down [<place>]"
              ], "slots": {"volume_step": "down"}, "metadata": {"slot_combination": "area_only"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "{slightly:little} louder [<place>]",
                "(make|turn) it {slightly:little} louder [<place>]",
                "<nudge> (<sound_nouns>|<music_nouns>) up {slightly:little} [<place>]",
                "(<nudge> up|raise|increase) (<sound_nouns>|<music_nouns>) [<place>] {slightly:little}",
                "(<nudge> up|raise|increase) <sound_nouns> by {step_percent:amount}<percent_sign>"
              ], "slots": {"what": "volume", "direction": "up", "domain": "media_player"}},
              {"sentences": [
                "<nudge> [<the>] <tv> up {slightly:little} [<place>]",
                "(<nudge> up|raise|increase) [<the>] <tv> [<place>] {slightly:little}",
                "[<the>] <tv> (up {slightly:little}|{slightly:little} louder)"
              ], "slots": {"what": "volume", "direction": "up", "domain": "media_player", "device_class": "tv"}},
              {"sentences": [
                "<nudge> [<the>] {name} [volume] up ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "(<nudge> up|raise|increase) [<the>] {name} [volume] ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "[<the>] {name} (up {slightly:little}|{slightly:little} louder)",
                "make [<the>] {name} {slightly:little} louder"
              ], "requires_context": {"domain": ["media_player"]}, "slots": {"what": "volume", "direction": "up"}},
              {"sentences": [
                "<nudge> [<the>] <tv> down {slightly:little} [<place>]",
                "(<nudge> down|lower|decrease|reduce) [<the>] <tv> [<place>] {slightly:little}",
                "[<the>] <tv> (down {slightly:little}|{slightly:little} quieter)"
              ], "slots": {"what": "volume", "direction": "down", "domain": "media_player", "device_class": "tv"}},
              {"sentences": [
                "<nudge> [<the>] {name} [volume] down ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "(<nudge> down|lower|decrease|reduce) [<the>] {name} [volume] ({slightly:little}|by {step_percent:amount}<percent_sign>)",
                "[<the>] {name} (down {slightly:little}|{slightly:little} quieter)",
                "make [<the>] {name} {slightly:little} (quieter|softer)"
              ], "requires_context": {"domain": ["media_player"]}, "slots": {"what": "volume", "direction": "down"}},
              {"sentences": [
                "{slightly:little} (quieter|softer) [<place>]",
                "(make|turn) it {slightly:little} (quieter|softer) [<place>]",
                "<nudge> (<sound_nouns>|<music_nouns>) down {slightly:little} [<place>]",
                "(<nudge> down|lower|decrease|reduce) (<sound_nouns>|<music_nouns>) [<place>] {slightly:little}",
                "(<nudge> down|lower|decrease|reduce) <sound_nouns> by {step_percent:amount}<percent_sign>"
              ], "slots": {"what": "volume", "direction": "down", "domain": "media_player"}}
            ]},
            "HassMediaSearchAndPlay": {"data": [
              {"sentences": [
                "(put on|listen to|i want to listen to|i'd like to hear|start playing) [some] {search_query}",
                "play some {search_query}",
                "put (some|a bit of) {search_query} on"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(put on|start playing|play) [some] {search_query} (on|in) [<the>] {area}"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassBroadcast": {"data": [
              {"sentences": [
                "(tell|let) (everyone|everybody|the family|the whole house) [(know)] [that] {message}",
                "(announce|broadcast|say) (to everyone|to everybody|to the house|<whole_house>) [that] {message}",
                "make an announcement [that] {message}"
              ], "metadata": {"slot_combination": "message_only"}},
              {"sentences": [
                "(announce|broadcast|say) (in|to|on) [<the>] ({area}|{floor}) [that] {message}"
              ], "metadata": {"slot_combination": "area_message"}}
            ]}
          }
        }
        """#
}
