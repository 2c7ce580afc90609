extension Templates {
    /// Scenes, robots, alarms, buttons; automations; and taking something back.
    static let englishHouse = #"""
        {
          "language": "en",
          "lists": {
            "automation_name": {"wildcard": true}
          },
          "expansion_rules": {
            "vacuum_nouns": "[<the>] (vacuum|vacuum cleaner|robot vacuum|robot|hoover)",
            "alarm_nouns": "[<the>] (alarm|alarm system|security system|house alarm|burglar alarm)",
            "automation": "(automation|routine|rule|schedule)",
            "automations": "(automations|routines|rules|schedules)"
          },
          "intents": {
            "HassTurnOn": {"data": [
              {"sentences": [
                "(activate|start|set|run|switch to|go to|turn on|enable|put on|apply) [<the>] [(scene|mode)] {name} [(scene|mode)]",
                "{name} (scene|mode)",
                "it's [<the>] {name} [(time|mode|night)]",
                "(put|set|switch) [<the>] {name} [(scene|mode)] on",
                "put (it|the house|us) (in|into|on) {name} [mode]"
              ], "requires_context": {"domain": ["scene"]}, "metadata": {"slot_combination": "name_scene"}},
              {"sentences": [
                "(activate|start|run|execute|launch|do) [<the>] [(script|routine)] {name} [(script|routine|mode)]",
                "it's {name} [time]"
              ], "requires_context": {"domain": ["script"]}, "metadata": {"slot_combination": "name_script"}},
              {"sentences": [
                "(arm|activate|enable|set|turn on|switch on) <alarm_nouns>"
              ], "slots": {"domain": "alarm_control_panel"}, "metadata": {"slot_combination": "domain_only"}}
            ]},
            "HassTurnOff": {"data": [
              {"sentences": [
                "(disarm|deactivate|disable|turn off|switch off) <alarm_nouns>"
              ], "slots": {"domain": "alarm_control_panel"}, "metadata": {"slot_combination": "domain_only"}}
            ]},
            "HassVacuumStart": {"data": [
              {"sentences": [
                "(start|run|launch|turn on|switch on|send out|get out|set off|put on) <vacuum_nouns>",
                "(get|set|start|turn|put|switch|send) <vacuum_nouns> (going|out|started|off|running|on|round|around|up)",
                "(do|start) the (hoovering|vacuuming)",
                "(do|start|run) (a|the) (vacuum|hoover|clean)",
                "have <vacuum_nouns> do (the house|the flat|the floors|a round|its rounds|its thing)",
                "(start vacuuming|start cleaning|vacuum everywhere|vacuum [(the|this)] (house|flat|floor|floors|place)|hoover [the] (house|flat|floors|place|everywhere))"
              ], "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(run|launch|turn on|switch on|send out|set off) [<the>] {name}",
                "(get|set|start|turn|put|switch|send) [<the>] {name} (going|out|started|off|running|on|round)"
              ], "requires_context": {"domain": ["vacuum"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassVacuumCleanArea": {"data": [
              {"sentences": [
                "(run|start|send) <vacuum_nouns> (in|to|into) [<the>] {area}",
                "(hoover|hoover up|vacuum up|clean up|sweep) [(in|around|round)] [<the>] {area}",
                "(give|have) [<the>] {area} [a] [(quick|good|nice)] (hoover|vacuum|clean|sweep|once over|going over|hoovering|vacuuming)",
                "(do|run) (a|the) [quick] (hoover|vacuum|clean|hoovering|vacuuming) [(in|of)] [<the>] {area}",
                "(get|have) <vacuum_nouns> [to] (do|clean|hoover|vacuum) [<the>] {area}"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassVacuumReturnToBase": {"data": [
              {"sentences": [
                "(stop|return|dock|send|turn off|switch off) <vacuum_nouns> [(to [its] (base|dock)|home|back|back home)]",
                "stop (vacuuming|cleaning|hoovering)",
                "(send|get|take|bring|put|call) <vacuum_nouns> (back|home|back home|back to [(its|the)] (base|dock|charger|station|home|charging station)|to [(its|the)] (base|dock|charger|station)|away|in|to bed)",
                "call <vacuum_nouns> (off|in)"
              ], "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(send|get|take|bring|put|call|return) [<the>] {name} (back|home|back home|back to [(its|the)] (base|dock|charger|station|home|charging station)|to [(its|the)] (base|dock|charger|station)|away|in)"
              ], "requires_context": {"domain": ["vacuum"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisStop": {"data": [
              {"sentences": [
                "pause <vacuum_nouns>"
              ], "slots": {"domain": "vacuum"}}
            ]},
            "HassNevermind": {"data": [
              {"sentences": [
                "(forget|drop|leave) (it|that)",
                "(cancel|cancel that)",
                "(no|never mind|nevermind) (thanks|thank you)",
                "(it|that) doesn't matter",
                "don't bother",
                "(forget|scrap|scratch|leave|skip) (it|that|all that)",
                "(forget|never mind) (about it|about that|what i said)",
                "(it|that) doesn't matter [anymore]",
                "as you were",
                "(nothing|no worries)",
                "(changed|i changed|i've changed) my mind",
                "stop"
              ], "metadata": {"slot_combination": "default"}}
            ]},
            "JarvisAutomationList": {"data": [
              {"sentences": [
                "(what are|show|show me|list|tell me) [all] (my|the|our) <automations>",
                "(what|which) <automations> (do i have|are there|are active|do we have)",
                "(my|the) <automations>",
                "how many <automations> (do i have|are there)",
                "what is (scheduled|automated)"
              ]}
            ]},
            "JarvisAutomationPause": {"data": [
              {"sentences": [
                "(pause|suspend|disable|stop) [(the|my)] {automation_name:name} <automation>",
                "(pause|suspend|disable|stop) [(the|my)] <automation> [(for|called|that|about)] {automation_name:name}",
                "(pause|suspend|disable) [all] [(the|my)] <automations>"
              ]}
            ]},
            "JarvisAutomationResume": {"data": [
              {"sentences": [
                "(resume|enable|restart) [(the|my)] {automation_name:name} <automation>",
                "(resume|enable|restart) [(the|my)] <automation> [(for|called|that|about)] {automation_name:name}",
                "(resume|enable) [all] [(the|my)] <automations>"
              ]}
            ]},
            "JarvisAutomationDelete": {"data": [
              {"sentences": [
                "(delete|remove|cancel|forget) [(the|my)] {automation_name:name} <automation>",
                "(delete|remove|cancel|forget) [(the|my)] <automation> [(for|called|that|about)] {automation_name:name}",
                "(delete|remove|cancel) [all] [(the|my)] <automations>"
              ]}
            ]}
          }
        }
        """#
}
