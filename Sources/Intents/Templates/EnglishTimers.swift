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
            "and_part": {"values": [
              {"in": "and a half", "out": 30},
              {"in": "and a quarter", "out": 15},
              {"in": "and three quarters", "out": 45}
            ]},
            "one_minute": {"values": [{"in": "(a minute|one minute)", "out": 1}]}
          },
          "expansion_rules": {
            "length": "({timer_hours:hours} {and_part:minutes}[ |-](hour|hours)|{one_hour:hours} {and_part:minutes}|{timer_minutes:minutes} {and_part:seconds}[ |-](minute|minutes)|{one_minute:minutes} {and_part:seconds}|{timer_hours:hours}[ |-](hour|hours|h)[[ and] {timer_minutes:minutes}[ |-](minute|minutes|min)]|{one_hour:hours}[[ and] {timer_minutes:minutes}[ |-](minute|minutes|min)]|{spoken_minutes:minutes}|{timer_minutes:minutes}[ |-](minute|minutes|min|mins)[[ and] {timer_seconds:seconds}[ |-](second|seconds|sec)]|{one_minute:minutes}|{timer_seconds:seconds}[ |-](second|seconds|sec|secs))",
            "length_start": "({timer_hours:start_hours}[ |-](hour|hours)|{timer_minutes:start_minutes}[ |-](minute|minutes|min)|{timer_seconds:start_seconds}[ |-](second|seconds))",
            "a_timer": "[(a|an|the|my|me a|us a|another|a new|a second|one more)] [(quick|little|kitchen|egg|cooking) ](timer|countdown)",
            "begin": "(start|set|create|make|begin|add|put on|put|give me|get me|have|run|do|pop on|set up|start up|fire up|set off|get)",
            "the_list": "(the|my|our|this) list",
            "shopping_list": "(the|my|our) [(shopping|grocery|groceries|food)] list",
            "shout": "(give (me|us) (a|an) (shout|yell|nudge|buzz|bell|ring|call|heads up|alert|reminder|ping|holler)|(shout|yell|ping|buzz|beep|nudge|alert|notify|warn|tell|remind|ring) (me|us)|shout|beep|let (me|us) know)",
            "some": "[(some|the|a|an) ]"
          },
          "intents": {
            "HassStartTimer": {"data": [
              {"sentences": [
                "[<begin>] <a_timer> [(for|of)] <length>",
                "[<begin>] [(a|an|the|my|another)] <length> (timer|countdown)",
                "(count down|countdown) [from] <length>",
                "<shout> (in|after) <length> [time]",
                "<shout> when <length> (is|are|has|have) (up|passed|gone|gone by|over|done)",
                "<shout> when it's been <length>",
                "(time|count) [(me|us)] [(a|an)] <length> [for (me|us)]",
                "(set|start) the (clock|stopwatch) for <length>",
                "(put|set) <length> on the (clock|cooker timer)",
                "(put|set) (a|the) timer on [for] <length>",
                "<length> on the timer",
                "<length> from now (give me a shout|let me know|shout me)"
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
                "how (much time|long) left [on (the|my) timer]",
                "how (much time|long) (is|have i got|have we got|has it got|do i have|do we have|has the timer got|is there) [left] [(on|for|in) [(the|my)] timer[s]]",
                "how long's left [(on|for) [(the|my)] timer]",
                "how long's (the|my) timer got [left]",
                "how much longer [(on|for|has|left on)] [(the|my)] timer [(got|to go)]",
                "how long (to go|till|until) [on] [(the|my)] timer [(goes off|rings|ends|is done|is up|finishes|to go)]",
                "(how's|how is) [(the|my)] timer [(doing|looking|going|getting on)]",
                "when (does|will|is) [(the|my)] timer (go off|end|finish|ring|done|up|be done)",
                "is [(the|my)] timer [(still|nearly|almost)] (done|up|finished|running|going|ready|on|over)",
                "(is there|have i got|do i have) a timer [(on|running|going|set)]",
                "what's left on [(the|my)] timer",
                "how many minutes (are|have i got) left [on [(the|my)] timer]",
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
                "(cancel|stop|delete|remove|end|turn off|switch off|kill|clear|ditch|scrap|forget|bin|lose|get rid of|never mind|drop|shut off) [(the|my|this|that)] (timer|countdown)",
                "(turn|switch|shut|call) [(the|my|this|that)] (timer|countdown) off"
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
                "extend [(the|my)] timer by <length>",
                "give (it|[(the|my)] timer) [(another|an extra)] <length> [more]",
                "(another|an extra) <length>"
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
                "(add|put|write|note|get|throw|jot|scribble|mark|whack|slip|include) [down] <some>{shopping_list_item:item} [down] (to|on|onto|in) <shopping_list>",
                "(add|put) <some>{shopping_list_item:item} (to|on) (the|my) (shopping|groceries)"
              ], "response": "item_added", "metadata": {"slot_combination": "item_only"}}
            ]},
            "HassListAddItem": {"data": [
              {"sentences": [
                "(add|put|write|note|get|throw|jot) [down] <some>{todo_list_item:item} [down] (to|on|onto|in) (the|my|our) {list_name:name} list",
                "(add|put) <some>{todo_list_item:item} (to|on) <the_list> (of|for) {list_name:name}"
              ], "response": "item_added", "metadata": {"slot_combination": "name_item"}}
            ]},
            "HassListRemoveItem": {"data": [
              {"sentences": [
                "(take|cross|strike|drop|scratch|scrub|wipe|get) [off] <some>{todo_list_item:item} (off|from|off of) <shopping_list>",
                "(take|cross|strike|scratch) off <some>{todo_list_item:item} on <shopping_list>"
              ], "response": "item_deleted", "metadata": {"slot_combination": "item_only"}},
              {"sentences": [
                "(remove|delete|take|cross|strike) [off] <some>{todo_list_item:item} (off|from|off of|on) (the|my|our) {list_name:name} list"
              ], "response": "item_deleted", "metadata": {"slot_combination": "name_item"}}
            ]},
            "HassShoppingListCompleteItem": {"data": [
              {"sentences": [
                "(tick|check|mark) off <some>{shopping_list_item:item} (on|from) <shopping_list>",
                "(tick|check|mark) <some>{shopping_list_item:item} off [(on|from)] <shopping_list>",
                "mark <some>{shopping_list_item:item} [on <shopping_list>] as (done|bought)"
              ], "metadata": {"slot_combination": "item_only"}}
            ]},
            "JarvisListRead": {"data": [
              {"sentences": [
                "(is|are) (there [any]|the|any) {shopping_list_item:item} [already] (on|in) <shopping_list>",
                "(do|did|have) (i|we|you|anyone|somebody|someone) (have|put|add|added|got|get) [(any|the|some)] {shopping_list_item:item} (on|to|in) <shopping_list>",
                "(is|are) {shopping_list_item:item} [already] (on|in) <shopping_list>"
              ], "metadata": {"slot_combination": "item_only"}},
              {"sentences": [
                "(what's|what is|what do i have|what have i got|what do we have|what have we got) [still] (on|in) <shopping_list> [(so far|now|today)]",
                "(what's|what is|what) [else] (is|left) (on|in) <shopping_list>",
                "what's (left|else|still) (on|in) <shopping_list>",
                "is there anything (on|in) <shopping_list>",
                "how (many|much) (things|items|is) [are] (on|in) <shopping_list>",
                "what (do|have|should|must) (i|we) [(need|have|got)] [to] (get|buy|pick up) [(at|from|in|down)] [the] [(shop|shops|store|supermarket)]",
                "what do (i|we) need (from|at) the (shop|shops|store|supermarket)",
                "what are we (out of|missing|short of|getting)",
                "(read out|read me out|run through|go through|have a look at|check) <shopping_list>",
                "read <shopping_list> (out|to me|back|back to me)",
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
                "(remove|delete|take|wipe|cross|scratch) everything [off] (from|off|on) <shopping_list>",
                "wipe <shopping_list> (clean|clear)",
                "(start|begin) a (new|fresh) [(shopping|grocery)] list",
                "(clear out|clear off|bin|scrap) <shopping_list>"
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
