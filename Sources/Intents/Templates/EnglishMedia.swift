extension Templates {
    /// Television, music, volume, announcements.
    static let englishMedia = #"""
        {
          "language": "en",
          "lists": {
            "volume_words_up": {"values": [{"in": "(louder|up)", "out": "up"}]}
          },
          "expansion_rules": {
            "tv": "(tv|telly|television)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "<switch_on> [<the>] <tv> [<place>]",
                "<turn> [<the>] <tv> on [<place>]",
                "<switch_on> [<the>] {area} <tv>"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "<switch_off> [(<the>|all [the])] <tv>[s] [<place>]",
                "<turn> [<the>] <tv> off [<place>]",
                "<switch_off> [<the>] {area} <tv>"
              ], "slots": {"domain": "media_player", "device_class": "tv"}, "metadata": {"slot_combination": "area_domain"}}
            ]},
            "HassMediaPause": {"data": [
              {"sentences": [
                "(pause|stop|turn off|switch off|cut) <music_nouns> [<place>]",
                "pause [<place>]",
                "pause (it|that)",
                "stop playing [<music_nouns>] [<place>]"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaUnpause": {"data": [
              {"sentences": [
                "(resume|unpause|continue|restart) [<music_nouns>] [<place>]",
                "(play|start) [(some|the)] music [<place>]",
                "play",
                "(put|turn|switch) (some|the) music on [<place>]",
                "(put|turn|switch) on (some|the) music [<place>]"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaNext": {"data": [
              {"sentences": [
                "(next|skip) [(song|track|episode|one|this|it|this song|this track|the song)] [<place>]",
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
                "(cut|turn off|switch off|kill) <sound_nouns> [<place>]"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassMediaPlayerUnmute": {"data": [
              {"sentences": [
                "unmute [(it|the sound|the volume|<music_nouns>)] [<place>]",
                "(turn|switch|put) <sound_nouns> back on [<place>]",
                "(turn|switch) back on <sound_nouns> [<place>]"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassSetVolume": {"data": [
              {"sentences": [
                "(<put>|raise|lower) <sound_nouns> [<place>] [(up|down)] (to|at) {volume:volume_level}<percent_sign>",
                "volume [<place>] [(to|at)] {volume:volume_level}<percent_sign>",
                "(<put>|raise) <sound_nouns> [<place>] ({share:volume_level}|{least:volume_level})"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassSetVolumeRelative": {"data": [
              {"sentences": [
                "louder [<place>]",
                "(make|turn) it louder [<place>]",
                "(turn up|raise|increase|pump up) (<sound_nouns>|<music_nouns>) [<place>]",
                "turn (<sound_nouns>|<music_nouns>) up [<place>]"
              ], "slots": {"volume_step": "up"}, "metadata": {"slot_combination": "area_only"}},
              {"sentences": [
                "(quieter|softer) [<place>]",
                "(make|turn) it (quieter|softer) [<place>]",
                "(turn down|lower|decrease|reduce) (<sound_nouns>|<music_nouns>) [<place>]",
                "turn (<sound_nouns>|<music_nouns>) down [<place>]"
              ], "slots": {"volume_step": "down"}, "metadata": {"slot_combination": "area_only"}}
            ]},
            "JarvisAdjust": {"data": [
              {"sentences": [
                "{slightly:little} louder [<place>]",
                "(make|turn) it {slightly:little} louder [<place>]",
                "turn (<sound_nouns>|<music_nouns>) up {slightly:little} [<place>]",
                "(turn up|raise|increase) (<sound_nouns>|<music_nouns>) [<place>] {slightly:little}"
              ], "slots": {"what": "volume", "direction": "up", "domain": "media_player"}},
              {"sentences": [
                "{slightly:little} (quieter|softer) [<place>]",
                "(make|turn) it {slightly:little} (quieter|softer) [<place>]",
                "turn (<sound_nouns>|<music_nouns>) down {slightly:little} [<place>]",
                "(turn down|lower|decrease) (<sound_nouns>|<music_nouns>) [<place>] {slightly:little}"
              ], "slots": {"what": "volume", "direction": "down", "domain": "media_player"}}
            ]},
            "HassMediaSearchAndPlay": {"data": [
              {"sentences": [
                "(put on|listen to|i want to listen to|i'd like to hear|start playing) [some] {search_query}",
                "play some {search_query}"
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
