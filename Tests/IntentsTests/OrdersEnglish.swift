/// English: one order, several, when, what leans on the order before, and what is no order at all.
///
/// A line by itself is an utterance, the line under it what is read. `>` goes on in the conversation; `@salon` is said in that room.
let englishOrders = #"""
    turn off the lights
        HassTurnOff domain=light
    ? the kitchen
        HassTurnOff area=kitchen domain=light
    turn off the lights
        HassTurnOff domain=light
    ? in the kitchen
        HassTurnOff area=kitchen domain=light
    turn off the lights
        HassTurnOff domain=light
    ? the one in the kitchen
        HassTurnOff area=kitchen domain=light
    turn off the lights
        HassTurnOff domain=light
    ? all of them
        HassTurnOff domain=light wide
    turn off the lights
        HassTurnOff domain=light
    ? never mind
        no
    turn off the living room lights in ten minutes
        HassTurnOff area=living_room domain=light @+600s
    > cancel that
        HassNevermind
    turn on the living room lights
        HassTurnOn area=living_room domain=light
    > cancel that
        HassTurnOff area=living_room domain=light
    turn off all the lights
        HassTurnOff domain=light wide
    ! yes go ahead please
        yes
    turn off all the lights
        HassTurnOff domain=light wide
    ! oui
        yes
    turn off all the lights
        HassTurnOff domain=light wide
    ! no thanks
        no
    turn off all the lights
        HassTurnOff domain=light wide
    ! yes but only the kitchen
        HassTurnOff area=kitchen domain=light wide
    turn off all the lights
        HassTurnOff domain=light wide
    ! yes except the kitchen
        HassTurnOff domain=light wide except(area=kitchen)
    turn on the lights in the living room
        HassTurnOn area=living_room domain=light
    could you please turn on the kitchen light
        HassTurnOn name=light.kitchen
    turn off the lights in ten minutes
        HassTurnOff domain=light wide @+600s
    at 10 pm turn everything off
        HassTurnOff domain=light|switch|fan|media_player wide @03-11T22:00:00
    in half an hour turn off the bedroom lights
        HassTurnOff area=bedroom domain=light @+1800s
    turn on the kitchen and the living room
        HassTurnOn area=kitchen domain=light + HassTurnOn area=living_room domain=light
    turn on the kitchen and bedroom lights
        HassTurnOn area=kitchen domain=light + HassTurnOn area=bedroom domain=light
    set the living room and kitchen lights to 50%
        HassLightSet area=living_room brightness=50 domain=light + HassLightSet area=kitchen brightness=50 domain=light
    turn the kitchen and bedroom lights off
        HassTurnOff area=kitchen domain=light + HassTurnOff area=bedroom domain=light
    close the blinds and turn off the tv
        HassTurnOff device_class=blind domain=cover + HassTurnOff name=media_player.tv
    turn off everything except the kitchen
        HassTurnOff domain=light|switch|fan|media_player wide except(area=kitchen)
    turn off all the lights but not in the bedroom
        HassTurnOff domain=light wide except(area=bedroom)
    don't turn on the kitchen lights
        JarvisRefuse area=kitchen domain=light
    don't open the garage
        JarvisRefuse device_class=garage domain=cover
    turn on the living room, no, the bedroom
        HassTurnOn area=bedroom domain=light
    turn on the living room I mean the bedroom
        HassTurnOn area=bedroom domain=light
    every day at 7 open the blinds
        HassTurnOn device_class=blind domain=cover wide @each:7:0
    when I get home turn on the hallway light
        HassTurnOn name=light.hall @each:anybody arrives
    turn on the garden lights at sunset
        HassTurnOn area=garden domain=light @each:sunset
    if the temperature in the living room drops below 18 turn on the heating
        HassTurnOn domain=climate @each:sensor.temp_lr<18
    when the front door opens turn on the hallway light
        HassTurnOn name=light.hall @each:binary_sensor.front=on
    turn on the lights in the living room
        HassTurnOn area=living_room domain=light
    > turn it off
        HassTurnOff area=living_room domain=light
    > and the kitchen
        HassTurnOff area=kitchen domain=light
    > the bedroom too
        HassTurnOff area=bedroom domain=light
    > same for the office
        HassTurnOff area=office domain=light
    > a bit brighter
        JarvisAdjust area=office direction=up domain=light little=true what=brightness
    > again
        JarvisAdjust area=office direction=up domain=light little=true what=brightness
    > make it red
        HassLightSet area=office color=red domain=light
    > to 50 percent
        HassLightSet area=office brightness=50 domain=light
    turn on the fan for 20 minutes
        HassTurnOn domain=fan + HassTurnOff domain=fan @+1200s
    remind me to turn off the oven and lock the door
        JarvisSkill «remind me to turn off the oven and lock the door»
    turn on the kitchen and remind me to call the garage tomorrow at nine
        HassTurnOn area=kitchen domain=light + JarvisSkill «remind me to call the garage tomorrow at nine»
    turn on the attic
        ? I don't know “attic”.
    the kitchen light
        ? Should I turn on or turn off the Kitchen Light? [turn on: HassTurnOn name=light.kitchen] [turn off: HassTurnOff name=light.kitchen]
    the living room
        ? Should I turn on or turn off the lights in the Living Room? [turn on: HassTurnOn area=living_room domain=light] [turn off: HassTurnOff area=living_room domain=light]
    trun of the kitchen ligth
        –
    set the heating to 20 at 10 pm
        HassClimateSetTemperature temperature=20 @03-11T22:00:00
    turn off the lights at 10
        HassTurnOff domain=light wide @03-11T22:00:00
    wake me up at 7 and turn on the bedroom lights
        JarvisSkill «wake me up at 7» + HassTurnOn area=bedroom domain=light
    add milk and eggs to the shopping list and turn off the kitchen light
        HassListAddItem item=milk and eggs name=todo.shopping + HassTurnOff name=light.kitchen
    I often turn on the light too late, is that bad?
        –
    it's dark, turn on the lights
        HassTurnOn domain=light
    open the garage door in 5 minutes and close it in 10 minutes
        HassTurnOn name=cover.garage @+300s + HassTurnOff name=cover.garage @+600s
    lock the front door and turn off everything downstairs
        HassTurnOn name=lock.front + HassTurnOff domain=light|switch|fan|media_player floor=ground wide
    on weekdays at 6:30 open the bedroom shutter
        HassTurnOn name=cover.bedroom @each:6:30/12345
    turn on the heating tomorrow morning at 6
        HassTurnOn domain=climate @03-12T06:00:00
    turn the living room blue
        HassLightSet area=living_room color=blue domain=light
    who is the president
        –
    tomorrow at 8 close the blinds
        HassTurnOff device_class=blind domain=cover wide @03-12T08:00:00
    what's the temperature in the bedroom and is the front door locked
        HassClimateGetTemperature area=bedroom + HassGetState name=lock.front state=locked
    turn off the lights when everyone leaves
        HassTurnOff domain=light wide @each:anybody leaves
    never mind
        HassNevermind
    why is the sky blue
        –
    tell me a story about a light in the kitchen
        –
    what do you think of smart lights
        –
    how do I turn on a gas heater
        –
    I turned off the kitchen light yesterday
        –
    open your eyes
        –
    turn over a new leaf
        –
    turn the page
        –
    close the deal
        ? I don't know “deal”.
    start a debate
        –
    set the table
        –
    lock her up
        –
    the weather is nice and the lights are pretty
        –
    what time is it and turn off the kitchen light
        HassGetCurrentTime + HassTurnOff name=light.kitchen
    is the front door locked
        HassGetState name=lock.front state=locked
    which windows are open
        HassGetState device_class=window domain=binary_sensor|cover state=open
    turn it off
        ? I don't know what you mean: tell me what.
    make me a sandwich
        –
    turn of the kitchen light
        ? Should I turn on or turn off the lights in the Kitchen? [turn on: HassTurnOn area=kitchen domain=light] [turn off: HassTurnOff area=kitchen domain=light]
    swich on the kitchen light
        HassTurnOn name=light.kitchen
    turn on the kichen light
        HassTurnOn name=light.kitchen
    tun off the living room lights
        HassTurnOff area=living_room domain=light
    please could you dim the living room lights to 20 percent thanks
        HassLightSet area=living_room brightness=20 domain=light
    set the bedroom to 21 degrees
        HassClimateSetTemperature area=bedroom temperature=21
    turn up the volume a bit
        JarvisAdjust direction=up domain=media_player little=true what=volume
    put on some jazz in the kitchen
        HassMediaSearchAndPlay area=kitchen search_query=jazz
    set a timer for 5 minutes and turn off the tv
        HassStartTimer minutes=5 + HassTurnOff name=media_player.tv
    wake me up at 7 tomorrow
        JarvisSkill «wake me up at 7 tomorrow»
    remind me in 10 minutes to check the oven
        JarvisSkill «remind me in 10 minutes to check the oven»
    turn off all the lights except the kitchen and the bedroom
        HassTurnOff domain=light wide except(area=kitchen) except(area=bedroom)
    open the blinds at sunrise every day
        HassTurnOn device_class=blind domain=cover wide @each:sunrise
    half an hour before sunset close the blinds
        HassTurnOff device_class=blind domain=cover wide @each:sunset-1800s
    turn on the fan until 10 pm
        HassTurnOn domain=fan + HassTurnOff domain=fan @03-11T22:00:00
    when the living room temperature goes above 25 turn on the fan
        HassTurnOn domain=fan @each:sensor.temp_lr>25
    when dad gets home turn on the hallway light
        HassTurnOn name=light.hall @each:person.dad arrives
    as soon as I leave turn off everything
        HassTurnOff domain=light|switch|fan|media_player wide @once:anybody leaves
    don't touch the heating
        JarvisRefuse domain=climate
    turn on the kitchen light and don't turn on the bedroom
        HassTurnOn name=light.kitchen + JarvisRefuse area=bedroom domain=light
    turn off the tv and the living room lights and lock the front door
        HassTurnOff name=media_player.tv + HassTurnOff area=living_room domain=light + HassTurnOn name=lock.front
    close the living room blinds then open the bedroom shutter
        HassTurnOff name=cover.lr + HassTurnOn name=cover.bedroom
    activate movie mode and turn off the kitchen
        HassTurnOn name=scene.movie + HassTurnOff area=kitchen domain=light
    add bread to the shopping list
        HassListAddItem item=bread name=todo.shopping
    remove bread from the shopping list
        HassListRemoveItem item=bread name=todo.shopping
    what's on my shopping list
        JarvisListRead
    clear the shopping list
        JarvisListClear
    tell everyone that dinner is ready
        HassBroadcast message=dinner is ready
    vacuum the kitchen and the living room
        HassVacuumCleanArea area=kitchen + HassVacuumCleanArea area=living_room
    set the living room lights to red and the bedroom lights to blue
        HassLightSet area=living_room color=red domain=light + HassLightSet area=bedroom color=blue domain=light
    could you turn off the light in the bedroom and the one in the kitchen
        HassTurnOff area=bedroom domain=light + HassTurnOff area=kitchen domain=light
    turn everything off at 11
        HassTurnOff domain=light|switch|fan|media_player wide @03-11T23:00:00
    good night
        HassTurnOn name=script.good_night
    arm the alarm when everyone leaves
        HassTurnOn name=alarm_control_panel.home @each:anybody leaves
    turn on the lights outside
        HassTurnOn area=garden domain=light
    what's the temperature outside
        HassClimateGetTemperature outside=true
    you don't need to turn on the kitchen light
        JarvisRefuse name=light.kitchen
    I don't want you to open the garage
        JarvisRefuse device_class=garage domain=cover
    leave the living room lights on
        JarvisRefuse area=living_room domain=light
    don't touch the heating
        JarvisRefuse domain=climate
    actually turn off the kitchen
        HassTurnOff area=kitchen domain=light
    i'd like 20 degrees in the bedroom
        HassClimateSetTemperature area=bedroom temperature=20
    is there any motion in the garden
        HassGetState area=garden device_class=motion|occupancy domain=binary_sensor state=on
    are there any leaks in the garage
        HassGetState area=garage device_class=moisture domain=binary_sensor state=on
    is the alarm armed
        HassGetState domain=alarm_control_panel state=armed
    which batteries are low
        HassGetState device_class=battery domain=sensor
    is there any milk on the shopping list
        JarvisListRead item=milk
    turn on the kitchen light
        HassTurnOn name=light.kitchen
    > and the one in the bedroom
        HassTurnOn area=bedroom domain=light
    add milk to the shopping list
        HassListAddItem item=milk name=todo.shopping
    > and some bread
        HassListAddItem item=bread name=todo.shopping
    leave me alone
        –
    i want a coffee
        –
    any chance you could turn the telly off
        HassTurnOff device_class=tv domain=media_player
    d'you mind turning the volume down a bit
        JarvisAdjust direction=down domain=media_player little=true what=volume
    be a dear and close the bedroom shutter
        HassTurnOff name=cover.bedroom
    fancy putting the floor lamp on
        HassTurnOn name=light.floor_lamp
    we need more light in the kitchen
        JarvisAdjust area=kitchen direction=up domain=light what=brightness
    can we have the living room lights on
        HassTurnOn area=living_room domain=light
    I wonder if you could put the desk lamp on
        HassTurnOn name=light.desk
    do us a favour and switch the coffee machine off
        HassTurnOff name=switch.coffee
    could someone get the lights off in the office
        HassTurnOff area=office domain=light
    let's have the fairy lights on
        HassTurnOn name=light.garland
    oi, turn the telly off
        HassTurnOff device_class=tv domain=media_player
    mate, turn the ceiling fan on
        HassTurnOn name=fan.bedroom
    if you could close the bedroom shutter that'd be great
        HassTurnOff name=cover.bedroom
    we could do with some music in the kitchen
        HassMediaUnpause area=kitchen
    I'd love some light in the bathroom
        HassTurnOn area=bathroom domain=light
    pop the desk lamp on
        HassTurnOn name=light.desk
    stick the hallway light on
        HassTurnOn name=light.hall
    bung the telly on
        HassTurnOn device_class=tv domain=media_player
    flick the bedside lamp off
        HassTurnOff name=light.bedside
    chuck the kitchen lights on
        HassTurnOn area=kitchen domain=light
    knock the telly off
        HassTurnOff device_class=tv domain=media_player
    knock the volume down a bit
        JarvisAdjust direction=down domain=media_player little=true what=volume
    whack the bedroom heater up
        JarvisAdjust direction=up name=climate.bedroom what=temperature
    crank the bedroom heater up two degrees
        JarvisAdjust amount=2 direction=up name=climate.bedroom what=temperature
    whack the bedroom heater up to 23
        HassClimateSetTemperature name=climate.bedroom temperature=23
    drop the temperature a couple of degrees in the bedroom
        JarvisAdjust amount=2 area=bedroom direction=down what=temperature
    bump the thermostat up a degree
        JarvisAdjust amount=1 direction=up what=temperature
    get the coffee machine going
        HassTurnOn name=switch.coffee
    get the ceiling fan going
        HassTurnOn name=fan.bedroom
    ceiling fan on low
        HassFanSetSpeed name=fan.bedroom percentage=25
    turn the ceiling fan up
        JarvisAdjust direction=up name=fan.bedroom what=speed
    turn the lights back on in the office
        HassTurnOn area=office domain=light
    turn the desk lamp on again
        HassTurnOn name=light.desk
    put the floor lamp out
        HassTurnOff name=light.floor_lamp
    shut off the bathroom light
        HassTurnOff area=bathroom domain=light
    cut the lights in the bedroom
        HassTurnOff area=bedroom domain=light
    bring the lights down a bit in the living room
        JarvisAdjust area=living_room direction=down domain=light little=true what=brightness
    dim the lounge lights right down
        HassLightSet area=living_room brightness=1 domain=light
    dim the floor lamp to a third
        HassLightSet brightness=33 name=light.floor_lamp
    set the bedroom lights to half
        HassLightSet area=bedroom brightness=50 domain=light
    lounge lights blue
        HassLightSet area=living_room color=blue domain=light
    bedside lamp in a warm white
        HassLightSet name=light.bedside temperature=2700
    floor lamp on
        HassTurnOn name=light.floor_lamp
    desk lamp, fifty percent
        HassLightSet brightness=50 name=light.desk
    bedside lamp off
        HassTurnOff name=light.bedside
    telly off
        HassTurnOff device_class=tv domain=media_player
    kitchen lights on please
        HassTurnOn area=kitchen domain=light
    lights on in the hallway
        HassTurnOn area=hallway domain=light
    all the bedroom lights on
        HassTurnOn area=bedroom domain=light wide
    everything off in the lounge
        HassTurnOff area=living_room domain=light|switch|fan|media_player wide
    lights out everywhere
        HassTurnOff domain=light wide
    blinds down
        HassTurnOff device_class=blind domain=cover
    living room blinds up
        HassTurnOn name=cover.lr
    bedroom shutter halfway
        HassSetPosition name=cover.bedroom position=50
    bedroom shutter to 40 percent
        HassSetPosition name=cover.bedroom position=40
    pop the bedroom shutter down
        HassTurnOff name=cover.bedroom
    put the bedroom shutter down a bit
        JarvisAdjust direction=down little=true name=cover.bedroom what=position
    draw the blinds in the living room
        HassTurnOff area=living_room device_class=blind domain=cover
    draw back the living room blinds
        HassTurnOn name=cover.lr
    drop the blinds
        HassTurnOff device_class=blind domain=cover
    let the blinds down
        HassTurnOff device_class=blind domain=cover
    close the bedroom shutter all the way
        HassTurnOff name=cover.bedroom
    close the bedroom shutter three quarters
        HassSetPosition name=cover.bedroom position=25
    open the bedroom shutter a quarter
        HassSetPosition name=cover.bedroom position=25
    half close the bedroom shutter
        HassSetPosition name=cover.bedroom position=50
    bedroom heater to 18
        HassClimateSetTemperature name=climate.bedroom temperature=18
    twenty degrees in the bedroom
        HassClimateSetTemperature area=bedroom temperature=20
    make sure the back door is locked
        HassTurnOn name=lock.back
    lock everything up
        HassTurnOn domain=lock wide
    make sure every light is off
        HassTurnOff domain=light wide
    turn the telly down
        HassSetVolumeRelative device_class=tv domain=media_player volume_step=down
    mute the telly
        HassMediaPlayerMute device_class=tv domain=media_player
    tv volume to 25
        HassSetVolume name=media_player.tv volume_level=25
    kitchen speaker down a bit
        JarvisAdjust direction=down little=true name=media_player.kitchen what=volume
    put some jazz on
        HassMediaSearchAndPlay search_query=jazz
    turn the music off
        HassMediaPause
    hoover the lounge
        HassVacuumCleanArea area=living_room
    give the kitchen a quick hoover
        HassVacuumCleanArea area=kitchen
    send robbie back to its dock
        HassVacuumReturnToBase name=vacuum.robot
    get the hoover out
        HassVacuumStart
    it's movie night
        HassTurnOn name=scene.movie
    stick milk and bread on the shopping list
        HassListAddItem item=milk and bread name=todo.shopping
    chuck some apples on the list
        HassShoppingListAddItem item=apples
    get milk on the list
        HassShoppingListAddItem item=milk
    cross milk off the list
        HassListRemoveItem item=milk
    is milk on the list
        JarvisListRead item=milk
    what do we need from the shop
        JarvisListRead
    give me a shout in twenty minutes
        HassStartTimer minutes=20
    ping me when ten minutes are up
        HassStartTimer minutes=10
    three and a half minute timer
        HassStartTimer minutes=3 seconds=30
    timer for an hour and a quarter
        HassStartTimer hours=1 minutes=15
    give it another five minutes
        HassIncreaseTimer minutes=5
    how long's left on the timer
        HassTimerStatus
    is the timer done
        HassTimerStatus
    don't let me forget the bins tomorrow
        JarvisSkill «don't let me forget the bins tomorrow»
    did I leave the bedroom window open
        HassGetState name=binary_sensor.win state=on
    did I lock the back door
        HassGetState name=lock.back state=locked
    have I left the garage door open
        HassGetState name=cover.garage state=open
    have I left the lights on
        HassGetState domain=light state=on
    has someone left the garage open
        HassGetState device_class=garage domain=cover state=open
    are the blinds down
        HassGetState device_class=blind domain=cover state=closed
    are all the windows shut
        HassGetState device_class=window domain=binary_sensor|cover state=closed wide
    are any lights on
        HassGetState domain=light state=on
    is everything locked
        HassGetState domain=lock state=locked wide
    tell me whether the back door is locked
        HassGetState name=lock.back state=locked
    what's it like outside, temperature wise
        HassClimateGetTemperature outside=true
    how cold is it out there
        HassClimateGetTemperature outside=true
    is it warm in the bedroom
        HassClimateGetTemperature area=bedroom
    what time d'you make it
        HassGetCurrentTime
    any idea what time it is
        HassGetCurrentTime
    whatever you do, don't open the gate
        JarvisRefuse name=cover.gate
    don't bother turning the lights off
        JarvisRefuse domain=light
    make sure you don't turn the heating off
        JarvisRefuse domain=climate
    hold off on closing the blinds
        JarvisRefuse device_class=blind domain=cover
    better not open the garage
        JarvisRefuse device_class=garage domain=cover
    turn off every light bar the kitchen
        HassTurnOff domain=light wide except(area=kitchen)
    turn off all the lights apart from the floor lamp
        HassTurnOff domain=light wide except(name=light.floor_lamp)
    telly off and lights off
        HassTurnOff device_class=tv domain=media_player + HassTurnOff domain=light
    pop the telly on and draw the blinds
        HassTurnOn device_class=tv domain=media_player + HassTurnOff device_class=blind domain=cover
    in five minutes kill the kitchen lights
        HassTurnOff area=kitchen domain=light @+300s
    forget about it
        HassNevermind
    I put the kitchen light on earlier
        –
    mum said to put the heating on
        –
    I was about to turn off the lights
        –
    I'll turn the lights off
        –
    if only the lights were off
        –
    she asked me to open the gate
        –
    the curtains are drawn
        –
    shall we put the heating on
        –
    did you turn the lights off
        –
    what if I open the garage door
        –
    imagine the lights were off
        –
    I don't want the lights on
        –
    we need to talk
        –
    fancy a cuppa
        –
    it's time to go
        –
    draw me a picture
        –
    drop me a line
        –
    get the door
        –
    drawing room lights on
        –
    raining again
        –
    """#
