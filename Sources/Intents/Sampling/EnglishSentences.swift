/// What English people say to their home, in the notation of templates; lists stand for words of the house, numbers and the like (`SpokenSentences`).
enum EnglishSentences {
    static let hails = ["jarvis", "hey jarvis", "okay jarvis", "hello jarvis"]
    static let courtesies = ["please", "now", "thank you", "right now"]
    static let joints = ["and", "then", "and then"]

    static let orders = [
        // On and off.
        "(turn|switch) (on|off) {thing}", "turn {thing} (on|off)", "(turn|switch) (on|off) {room}", "(can you|could you|please) turn (on|off) {thing}",
        "turn (on|off) (the light|the lights|all the lights|everything) [in {room}]", "turn (on|off) {of_room} (light|lights)", "(lights|light) (on|off)",
        "turn off everything (except|but) {thing}", "turn (on|off) {thing} (in {duration}|for {duration}|at {clock})",
        // Light.
        "(set|dim|brighten) {light} to {percent} [percent]", "(set|dim) (the lights|the light|{of_room} lights) to {percent} [percent]",
        "(set|turn|make) {light} {color}", "(set|turn|make) {of_room} (light|lights) {color}", "(dim|brighten) (the lights|the light|{light})",
        "(make it|a bit) (brighter|darker)", "(increase|decrease) the brightness [in {room}]",
        // Shutters, doors, locks.
        "(open|close|stop|raise|lower) {cover}", "(set|open|close) {cover} to {percent} [percent]", "(open|close) {cover} half way",
        "(open|close) (the shutters|the blinds|the curtains|all the blinds|all the shutters) [in {room}]", "(lock|unlock) {lock}",
        // Heating.
        "set (the heating|the temperature|the thermostat|{climate}) [in {room}] to {degrees} [degrees]",
        "turn (up|down) (the heating|the temperature|{climate}) [by {few} degrees]", "turn (on|off) the (heating|air conditioning)",
        // Sound and pictures.
        "(play|stop|pause|resume) [the] music [in {room}]", "(mute|unmute) [the sound]",
        "turn (up|down) the volume", "turn the volume (up|down)", "set the volume to {percent} [percent]",
        "(next|previous) (song|track)", "turn on {player}",
        // Helpers, scenes, alarm.
        "(start|stop) {vacuum}", "(vacuum|clean) {room}", "send {vacuum} home", "(start|activate|turn on) {scene}", "(arm|disarm) the alarm",
        "set {fan} to {percent} [percent]",
        // Questions about the house.
        "is {thing} (on|off)", "is {cover} (open|closed)", "which lights are on", "(which windows|which doors) are open", "is {lock} locked",
        "(what's the temperature|what is the temperature|how warm is it|how cold is it) [(in {room}|outside)]", "what's the humidity [in {room}]",
        "where is {person}", "is {person} (home|at home)", "why (did|is) {thing} (turn on|turn off|on)",
        // Time, weather, sums.
        "(what time is it|what's the time|what is the time)", "(what day is it|what's the date|what is the date today)",
        "(what's the weather|what's the weather like|how is the weather) [{day}]", "(will it|is it going to) (rain|snow|be sunny) [{day}]",
        "what's {few} (plus|times|minus) {few}",
        // Timers.
        "(set|start) a timer for {duration}", "set a {number} minute timer", "set a timer for {duration} for {dish}",
        "(how much time is left|how long is left) [on the timer]", "(cancel|stop|pause|resume) the timer", "add {duration} to the timer",
        // Reminders and alarms.
        "remind me to {task} {when}", "remind me {when} to {task}", "wake me up [{day}] at {clock}", "set an alarm for {clock} [{day}]",
        "(what are|read) my reminders", "(cancel|delete) (the alarm|my reminders|my alarm)",
        // Lists.
        "(add|put) {item} (to|on) [(the|my)] shopping list", "add {item} and {item} to the shopping list", "(add|put) {item} on {list}",
        "(remove|take) {item} (from|off) the shopping list", "(read|clear) (the shopping list|{list})", "what's on (the|my) shopping list",
        // Announcements.
        "announce that (dinner is ready|we are leaving)",
        // Rules of the house.
        "when (i leave|i come home|everybody has left) (turn everything off|turn on the lights|close the blinds)", "what are my automations",
    ]

    /// What stands by itself: short words would be heard everywhere if they could stand beside orders.
    static let answers = [
        "{scene}",
        "(pause|play|resume|next|skip this song)",
        "(good morning|good night|hello|thanks|thank you|goodbye)",
        "(louder|quieter|a bit louder|a bit quieter|volume up|volume down)",
        "(yes|no|yes please|no thanks|okay|sure|go ahead|of course|not now)", "(stop|be quiet|shut up|silence|enough|wait)",
        "(cancel|cancel that|never mind|forget it)", "(the first one|the second one|the third one|both|all of them|everywhere)", "and in {room} [too]",
        "(turn it on|turn it off|close it|open it)", "(help me|what can you do|say that again|can you hear me)", "tell me a (joke|story)",
    ]

    static let lists: [String: [String]] = [
        "color": ["red", "blue", "green", "yellow", "orange", "purple", "pink", "white", "warm white", "cold white"],
        "day": [
            "today", "tomorrow", "tonight", "tomorrow morning", "on monday", "on tuesday", "on wednesday", "on thursday", "on friday", "on saturday",
            "on sunday",
            "this weekend",
        ],
        "when": ["{day}", "{day} at {clock}", "in {duration}", "at {clock}"],
        "clock": [
            "{hour}", "{hour} o'clock", "{hour} {minute}", "half past {hour}", "quarter past {hour}", "quarter to {hour}", "{hour} a m", "{hour} p m", "noon",
        ],
        "minute": ["fifteen", "twenty", "thirty", "forty five"],
        "duration": ["{number} minutes", "one minute", "one hour", "an hour", "{few} hours", "half an hour", "{number} seconds", "an hour and a half"],
        "dish": ["the pasta", "the rice", "the eggs", "the oven", "the cake", "the pizza", "the tea", "the laundry"],
        "task": [
            "call the doctor", "call mom", "call {person}", "call dad", "take out the trash", "take my medicine", "buy bread", "water the plants",
            "feed the cat", "leave",
            "pay the rent", "pick up the children", "send the parcel", "do the homework", "hang the laundry",
        ],
        "item": [
            "milk", "bread", "eggs", "butter", "coffee", "tea", "sugar", "flour", "salt", "pasta", "rice", "water", "wine", "cheese", "yogurt", "ham",
            "chicken",
            "tomatoes", "apples", "bananas", "carrots", "onions", "salad", "chocolate", "soap", "toilet paper", "detergent", "batteries", "oil", "potatoes",
            "cream",
            "orange juice",
        ],
    ]
}
