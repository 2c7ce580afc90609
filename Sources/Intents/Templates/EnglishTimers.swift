extension Templates {
    /// Timers, and the lists that are read, shortened and emptied.
    static let englishTimers = #"""
        {
          "language": "en",
          "lists": {
            "list_name": {"wildcard": true},
            "spoken_minutes": {"values": [
              {"in": "(half an hour|a half hour|half hour)", "out": 30},
              {"in": "[a] quarter of an hour", "out": 15},
              {"in": "three quarters of an hour", "out": 45}
            ]},
            "one_hour": {"values": [{"in": "(an hour|one hour)", "out": 1}]},
            "one_minute": {"values": [{"in": "(a minute|one minute)", "out": 1}]}
          },
          "expansion_rules": {
            "length": "({timer_hours:hours}[ |-](hour|hours|h)[[ and] {timer_minutes:minutes}[ |-](minute|minutes|min)]|{one_hour:hours}[[ and] {timer_minutes:minutes}[ |-](minute|minutes|min)]|{spoken_minutes:minutes}|{timer_minutes:minutes}[ |-](minute|minutes|min|mins)[[ and] {timer_seconds:seconds}[ |-](second|seconds|sec)]|{one_minute:minutes}|{timer_seconds:seconds}[ |-](second|seconds|sec|secs))",
            "length_start": "({timer_hours:start_hours}[ |-](hour|hours)|{timer_minutes:start_minutes}[ |-](minute|minutes|min)|{timer_seconds:start_seconds}[ |-](second|seconds))",
            "a_timer": "[(a|an|the|my|another|a new|a second)] (timer|countdown)",
            "begin": "(start|set|create|make|begin|add|put on|give me)",
            "the_list": "(the|my|our|this) list",
            "shopping_list": "(the|my|our) [(shopping|grocery|groceries)] list",
            "some": "[(some|the|a|an) ]"
          },
          "intents": {
            "HassStartTimer": {"data": [
              {"sentences": [
                "[<begin>] <a_timer> [(for|of)] <length>",
                "[<begin>] [(a|an|the|my|another)] <length> (timer|countdown)",
                "(count down|countdown) [from] <length>"
              ], "metadata": {"slot_combination": "duration_only"}},
              {"sentences": [
                "[<begin>] <a_timer> [(for|of)] <length> (for|called|named) [the] {timer_name:name}",
                "[<begin>] [(a|an|the|my)] <length> (timer|countdown) (for|called|named) [the] {timer_name:name}",
                "[<begin>] <a_timer> (called|named|for) [the] {timer_name:name} (for|of) <length>",
                "<begin> [(a|an|the|my)] {timer_name:name} timer (for|of) <length>"
              ], "metadata": {"slot_combination": "name_duration"}}
            ]},
            "HassTimerStatus": {"data": [
              {"sentences": [
                "how (much time|long) (is left|do i have left|is remaining|remains) [(on|for|in) [(the|my)] timer[s]]",
                "how (much time|long) left",
                "how (much|long) (is left|longer)",
                "(what|which|how many) timers (are running|do i have|are set|are there)",
                "(my|the) timers",
                "how are my timers"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                
                "how (much time|long) is left (on|for) [the] {timer_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassCancelTimer": {"data": [
              {"sentences": [
                "(cancel|stop|delete|remove|end|turn off|kill|clear) [(the|my|this)] (timer|countdown)"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(cancel|stop|delete|remove|end|turn off) [(the|my)] <length_start> timer"
              ], "metadata": {"slot_combination": "start_only"}},
              {"sentences": [
                
                "(cancel|stop|delete|remove) [(the|my)] timer (for|called|named) [the] {timer_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassCancelAllTimers": {"data": [
              {"sentences": [
                "(cancel|stop|delete|remove|clear) [(all|every)] [(the|my|of my)] timers"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassPauseTimer": {"data": [
              {"sentences": [
                "(pause|hold) [(the|my)] timer",
                "put [(the|my)] timer on hold"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassUnpauseTimer": {"data": [
              {"sentences": [
                "(resume|unpause|continue|restart) [(the|my)] timer"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "HassIncreaseTimer": {"data": [
              {"sentences": [
                "(add|put) [another] <length> [(to|on) [(the|my)] timer]",
                "<length> more",
                "extend [(the|my)] timer by <length>"
              ], "metadata": {"slot_combination": "duration_only"}}
            ]},
            "HassDecreaseTimer": {"data": [
              {"sentences": [
                "(take|remove) <length> [(off|from) [(the|my)] timer]",
                "shorten [(the|my)] timer by <length>",
                "<length> less"
              ], "metadata": {"slot_combination": "duration_only"}}
            ]},
            "HassShoppingListAddItem": {"data": [
              {"sentences": [
                "(add|put|write|note) <some>{shopping_list_item:item} (to|on|onto|in) <shopping_list>",
                "(add|put) <some>{shopping_list_item:item} (to|on) (the|my) (shopping|groceries)"
              ], "response": "item_added", "metadata": {"slot_combination": "item_only"}}
            ]},
            "HassListAddItem": {"data": [
              {"sentences": [
                "(add|put|write|note) <some>{todo_list_item:item} (to|on|onto|in) (the|my|our) {list_name:name} list",
                "(add|put) <some>{todo_list_item:item} (to|on) <the_list> (of|for) {list_name:name}"
              ], "response": "item_added", "metadata": {"slot_combination": "name_item"}}
            ]},
            "HassListRemoveItem": {"data": [
              {"sentences": [
                "(take|cross|strike|drop) [off] <some>{todo_list_item:item} (off|from|off of|on) <shopping_list>"
              ], "response": "item_deleted", "metadata": {"slot_combination": "item_only"}},
              {"sentences": [
                "(remove|delete|take|cross|strike) [off] <some>{todo_list_item:item} (off|from|off of|on) (the|my|our) {list_name:name} list"
              ], "response": "item_deleted", "metadata": {"slot_combination": "name_item"}}
            ]},
            "JarvisListRead": {"data": [
              {"sentences": [
                "(is|are) (there [any]|the|any) {shopping_list_item:item} [already] (on|in) <shopping_list>",
                "(do|did|have) (i|we) (have|put|add) [(any|the|some)] {shopping_list_item:item} (on|to|in) <shopping_list>"
              ], "metadata": {"slot_combination": "item_only"}},
              {"sentences": [
                "(what's|what is|what do i have|what have i got|what do we have) (on|in) <shopping_list>",
                "(read|show|show me|read me|tell me|give me) <shopping_list>",
                "what do (i|we) (need|have) to buy",
                "what should (i|we) buy",
                "<shopping_list>"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(what's|what is|what do i have) (on|in) (the|my|our) {list_name:name} list",
                "(read|show|show me|read me) (the|my|our) {list_name:name} list"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisListClear": {"data": [
              {"sentences": [
                "(clear|empty|erase|delete|reset|wipe) <shopping_list>",
                "(remove|delete|take) everything (from|off) <shopping_list>"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(clear|empty|erase|delete|reset|wipe) (the|my|our) {list_name:name} list",
                "(remove|delete|take) everything (from|off) (the|my|our) {list_name:name} list"
              ], "metadata": {"slot_combination": "name_only"}}
            ]}
          }
        }
        """#
}
