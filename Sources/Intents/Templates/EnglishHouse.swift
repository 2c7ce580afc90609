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
                "{name} (scene|mode)"
              ], "requires_context": {"domain": ["scene"]}, "metadata": {"slot_combination": "name_scene"}},
              {"sentences": [
                "(activate|start|run|execute|launch|do) [<the>] [(script|routine)] {name} [(script|routine|mode)]"
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
                "(start|run|launch|turn on|switch on|send out) <vacuum_nouns>",
                "(start vacuuming|start cleaning|vacuum everywhere|vacuum the (house|flat|floor|floors))"
              ], "metadata": {"slot_combination": "name_only"}},
              {"sentences": [
                "(run|launch|turn on|switch on) [<the>] {name}"
              ], "requires_context": {"domain": ["vacuum"]}, "metadata": {"slot_combination": "name_only"}}
            ]},
            "HassVacuumCleanArea": {"data": [
              {"sentences": [
                "(run|start|send) <vacuum_nouns> (in|to|into) [<the>] {area}",
                "(hoover|clean up) [<the>] {area}"
              ], "metadata": {"slot_combination": "area_only"}}
            ]},
            "HassVacuumReturnToBase": {"data": [
              {"sentences": [
                "(stop|return|dock|send|turn off|switch off) <vacuum_nouns> [(to [its] (base|dock)|home|back|back home)]",
                "stop (vacuuming|cleaning)"
              ], "metadata": {"slot_combination": "name_only"}}
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
