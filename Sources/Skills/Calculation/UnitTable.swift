/// Units of measure: data for `Units`.
enum UnitTable {
    /// Dimension, size in the base unit, then French and English names: singular, plural, and others after `=`.
    static let text = """
        length 1 | mètre,mètres=m | meter,meters=metre=metres
        length 0.001 | millimètre,millimètres=mm | millimeter,millimeters=millimetre=millimetres
        length 0.01 | centimètre,centimètres=cm | centimeter,centimeters=centimetre=centimetres
        length 0.1 | décimètre,décimètres=dm | decimeter,decimeters
        length 10 | décamètre,décamètres=dam | decameter,decameters
        length 100 | hectomètre,hectomètres=hm | hectometer,hectometers
        length 1000 | kilomètre,kilomètres=km=kms=kilometre | kilometer,kilometers=kilometre=kilometres
        length 0.000001 | micromètre,micromètres=micron=microns=µm | micrometer,micrometers
        length 0.000000001 | nanomètre,nanomètres=nm | nanometer,nanometers
        length 0.0254 | pouce,pouces | inch,inches
        length 0.3048 | pied,pieds=ft | foot,feet
        length 0.9144 | yard,yards=verge=verges=yd | yard,yards
        length 1609.344 | mile,miles=mi=mille terrestre=milles terrestres | mile,miles
        length 1852 | mille marin,milles marins=mille nautique=milles nautiques | nautical mile,nautical miles
        length 9460730472580800 | année-lumière,années-lumière | light-year,light-years=light years
        length 149597870700 | unité astronomique,unités astronomiques | astronomical unit,astronomical units
        mass 1 | kilogramme,kilogrammes=kg=kilo=kilos=kgs | kilogram,kilograms=kilo=kilos
        mass 0.001 | gramme,grammes=g=gr | gram,grams
        mass 0.000001 | milligramme,milligrammes=mg | milligram,milligrams
        mass 0.000000001 | microgramme,microgrammes=µg | microgram,micrograms
        mass 0.1 | hectogramme,hectogrammes=hg | hectogram,hectograms
        mass 1000 | tonne,tonnes=t | metric ton,metric tons=tonne=tonnes
        mass 100 | quintal,quintaux | quintal,quintals
        mass 0.45359237 | livre,livres=lb=lbs | pound,pounds
        mass 0.028349523125 | once,onces=oz | ounce,ounces
        mass 6.35029318 | stone,stones | stone,stone=stones
        mass 0.0002 | carat,carats | carat,carats
        mass 907.18474 | tonne courte,tonnes courtes | ton,tons=short ton=short tons
        volume 1 | litre,litres=l | liter,liters=litre=litres
        volume 0.001 | millilitre,millilitres=ml | milliliter,milliliters=millilitre=millilitres
        volume 0.01 | centilitre,centilitres=cl | centiliter,centiliters=centilitre=centilitres
        volume 0.1 | décilitre,décilitres=dl | deciliter,deciliters=decilitre=decilitres
        volume 100 | hectolitre,hectolitres=hl | hectoliter,hectoliters
        volume 1000 | mètre cube,mètres cubes=m³=m 3 | cubic meter,cubic meters=cubic metre=cubic metres
        volume 0.001 | centimètre cube,centimètres cubes=cm³=cm 3=cc | cubic centimeter,cubic centimeters
        volume 1 | décimètre cube,décimètres cubes=dm³=dm 3 | cubic decimeter,cubic decimeters
        volume 3.785411784 | gallon,gallons=gal | gallon,gallons=us gallon=us gallons
        volume 4.54609 | gallon impérial,gallons impériaux=gallon anglais=gallons anglais | imperial gallon,imperial gallons
        volume 0.473176473 | pinte,pintes | pint,pints
        volume 0.946352946 | quart américain,quarts américains | quart,quarts
        volume 0.0295735295625 | once liquide,onces liquides | fluid ounce,fluid ounces=fl oz
        volume 0.2365882365 | tasse américaine,tasses américaines | cup,cups=us cup=us cups
        volume 0.25 | tasse,tasses | metric cup,metric cups
        volume 0.015 | cuillère à soupe,cuillères à soupe=cuiller à soupe=cuillerée à soupe=cuillerées à soupe=cs=càs=c à s=c à soupe | tablespoon,tablespoons=tbsp=tbs
        volume 0.005 | cuillère à café,cuillères à café=cuiller à café=cuillerée à café=cuillerées à café=càc=c à c=c à café=cuillère à thé=cuillères à thé | teaspoon,teaspoons=tsp
        volume 0.2 | verre,verres | glass,glasses
        volume 158.987294928 | baril,barils | barrel,barrels
        volume 0.75 | bouteille de vin,bouteilles de vin | wine bottle,wine bottles
        speed 1 | mètre par seconde,mètres par seconde=m / s | meter per second,meters per second=metres per second
        speed 0.2777777777777778 | kilomètre par heure,kilomètres par heure=km / h=kmh=km h=kilomètre heure=kilomètres heure=kilomètres à l'heure=kilomètre à l'heure | kilometer per hour,kilometers per hour=kilometres per hour=kph
        speed 0.44704 | mile par heure,miles par heure=miles à l'heure=mph=miles heure | mile per hour,miles per hour
        speed 0.5144444444444445 | nœud,nœuds | knot,knots
        speed 340.29 | mach,mach | mach,mach
        speed 299792458 | vitesse de la lumière,vitesses de la lumière | speed of light,speeds of light
        area 1 | mètre carré,mètres carrés=m²=m 2 | square meter,square meters=square metre=square metres
        area 0.0001 | centimètre carré,centimètres carrés=cm²=cm 2 | square centimeter,square centimeters
        area 1000000 | kilomètre carré,kilomètres carrés=km²=km 2 | square kilometer,square kilometers=square kilometre=square kilometres
        area 10000 | hectare,hectares=ha | hectare,hectares
        area 100 | are,ares | are,ares
        area 4046.8564224 | acre,acres | acre,acres
        area 0.09290304 | pied carré,pieds carrés | square foot,square feet
        area 0.00064516 | pouce carré,pouces carrés | square inch,square inches
        area 2589988.110336 | mile carré,miles carrés | square mile,square miles
        area 7140 | terrain de football,terrains de football=terrain de foot=terrains de foot | football pitch,football pitches
        time 1 | seconde,secondes=s=sec | second,seconds=secs
        time 0.001 | milliseconde,millisecondes=ms | millisecond,milliseconds
        time 0.000001 | microseconde,microsecondes | microsecond,microseconds
        time 60 | minute,minutes=min=mn | minute,minutes=mins
        time 3600 | heure,heures=h | hour,hours=hr=hrs
        time 86400 | jour,jours=j | day,days
        time 604800 | semaine,semaines | week,weeks
        time 2629746 | mois,mois | month,months
        time 31556952 | an,ans=année=années | year,years
        time 315569520 | décennie,décennies | decade,decades
        time 3155695200 | siècle,siècles | century,centuries
        data 1 | octet,octets=o | byte,bytes
        data 0.125 | bit,bits | bit,bits
        data 1000 | kilooctet,kilooctets=ko=kilo octet=kilo octets | kilobyte,kilobytes=kb
        data 1000000 | mégaoctet,mégaoctets=mo=méga octet=méga octets | megabyte,megabytes=mb
        data 1000000000 | gigaoctet,gigaoctets=go=giga octet=giga octets=giga=gigas | gigabyte,gigabytes=gb
        data 1000000000000 | téraoctet,téraoctets=to=téra octet=téra octets | terabyte,terabytes=tb
        data 1000000000000000 | pétaoctet,pétaoctets=po | petabyte,petabytes=pb
        data 1024 | kibioctet,kibioctets=kio | kibibyte,kibibytes=kib
        data 1048576 | mébioctet,mébioctets=mio | mebibyte,mebibytes=mib
        data 1073741824 | gibioctet,gibioctets=gio | gibibyte,gibibytes=gib
        data 1099511627776 | tébioctet,tébioctets=tio | tebibyte,tebibytes=tib
        data 125000 | mégabit,mégabits | megabit,megabits
        data 125000000 | gigabit,gigabits | gigabit,gigabits
        energy 1 | joule,joules | joule,joules
        energy 1000 | kilojoule,kilojoules=kj | kilojoule,kilojoules
        energy 1000000 | mégajoule,mégajoules=mj | megajoule,megajoules
        energy 4.184 | calorie,calories=cal | small calorie,small calories
        energy 4184 | kilocalorie,kilocalories=kcal | kilocalorie,kilocalories=calorie=calories
        energy 3600 | wattheure,wattheures=watt heure=watt heures=wh | watt-hour,watt-hours
        energy 3600000 | kilowattheure,kilowattheures=kwh=kilowatt heure=kilowatt heures=kw h | kilowatt-hour,kilowatt-hours
        energy 1055.05585262 | btu,btu | btu,btu
        pressure 1 | pascal,pascals=pa | pascal,pascals
        pressure 100 | hectopascal,hectopascals=hpa | hectopascal,hectopascals
        pressure 1000 | kilopascal,kilopascals=kpa | kilopascal,kilopascals
        pressure 100 | millibar,millibars=mbar | millibar,millibars
        pressure 100000 | bar,bars | bar,bars
        pressure 101325 | atmosphère,atmosphères=atm | atmosphere,atmospheres
        pressure 6894.757293168 | psi,psi=livres par pouce carré | psi,psi=pounds per square inch
        pressure 133.322387415 | millimètre de mercure,millimètres de mercure=mmhg | millimeter of mercury,millimeters of mercury
        power 1 | watt,watts=w | watt,watts
        power 1000 | kilowatt,kilowatts=kw | kilowatt,kilowatts
        power 735.49875 | cheval-vapeur,chevaux-vapeur=cheval vapeur=chevaux=ch=cv | metric horsepower,metric horsepower
        power 745.69987158227 | cheval-vapeur britannique,chevaux-vapeur britanniques | horsepower,horsepower=hp
        angle 1 | degré d'angle,degrés d'angle | degree of arc,degrees of arc
        angle 57.29577951308232 | radian,radians=rad | radian,radians
        temperature 1 | degré Celsius,degrés Celsius=° c=°=degré=degrés=celsius=degrés centigrades=centigrades=c | degree Celsius,degrees Celsius=degree=degrees=degree centigrade
        temperature 2 | degré Fahrenheit,degrés Fahrenheit=° f=fahrenheit=f | degree Fahrenheit,degrees Fahrenheit
        temperature 3 | kelvin,kelvins=k=° k=degrés kelvin | kelvin,kelvins=degrees kelvin
        """

    /// Kilograms in a litre, roughly, as kitchens have it: French and English name.
    static let densities = """
        0.53 farine,flour
        0.85 sucre,sugar
        0.85 sucre en poudre,granulated sugar
        0.56 sucre glace,powdered sugar
        0.96 beurre,butter
        1 eau,water
        1.03 lait,milk
        0.92 huile,oil
        0.92 huile d'olive,olive oil
        0.8 riz,rice
        1.2 sel,salt
        1.42 miel,honey
        0.5 cacao,cocoa
        1 crème,cream
        0.4 flocons d'avoine,oats
        """
}
