import Base

/// The names of common emoji.
enum Emoji {
    private static let table = """
        😀|grand sourire|grinning face
        😃|grand sourire|grinning face
        😄|grand sourire|grinning face
        😁|grand sourire|beaming face
        😆|éclat de rire|laughing face
        😂|mort de rire|tears of joy
        🤣|mort de rire|rolling on the floor laughing
        🙂|sourire|smile
        🙃|visage à l'envers|upside-down face
        😉|clin d'œil|wink
        😊|sourire|smile
        😇|petit ange|angel
        😍|yeux en cœur|heart eyes
        🥰|sourire amoureux|smile with hearts
        😘|bisou|blowing a kiss
        😋|miam|yum
        😛|langue tirée|tongue out
        😜|langue tirée|tongue out
        🤔|pensif|thinking face
        😐|visage neutre|neutral face
        😒|visage blasé|unamused face
        🙄|yeux au ciel|rolling eyes
        😬|grimace|grimace
        😴|dodo|sleeping face
        😷|masque|face with a mask
        🤒|malade|sick face
        😎|lunettes de soleil|cool face
        😕|perplexe|confused face
        😟|inquiet|worried face
        😮|surprise|surprised face
        😲|stupéfait|astonished face
        😢|triste|crying face
        😭|en larmes|loudly crying
        😱|effroi|screaming
        😡|en colère|angry face
        😠|en colère|angry face
        🤯|tête qui explose|mind blown
        🥳|fête|party face
        🤗|câlin|hug
        🤖|robot|robot
        💩|crotte|poop
        👻|fantôme|ghost
        👍|pouce levé|thumbs up
        👎|pouce baissé|thumbs down
        👌|parfait|OK hand
        👏|applaudissements|applause
        🙏|merci|folded hands
        💪|muscle|strong arm
        👋|coucou|waving hand
        🤝|poignée de main|handshake
        ✌|victoire|victory sign
        🤞|doigts croisés|fingers crossed
        👀|yeux|eyes
        🧠|cerveau|brain
        ❤|cœur|heart
        🧡|cœur orange|orange heart
        💛|cœur jaune|yellow heart
        💚|cœur vert|green heart
        💙|cœur bleu|blue heart
        💜|cœur violet|purple heart
        🖤|cœur noir|black heart
        💔|cœur brisé|broken heart
        💕|deux cœurs|two hearts
        ✨|étincelles|sparkles
        ⭐|étoile|star
        🌟|étoile|star
        🔥|feu|fire
        💯|cent pour cent|one hundred percent
        🎉|fête|party popper
        🎊|confettis|confetti
        🎁|cadeau|gift
        🎂|gâteau d'anniversaire|birthday cake
        🎈|ballon|balloon
        🎄|sapin de Noël|Christmas tree
        🎵|note de musique|musical note
        🎶|musique|music
        🎬|cinéma|film
        📷|appareil photo|camera
        📞|téléphone|telephone
        📱|téléphone|phone
        💻|ordinateur|laptop
        📺|télévision|television
        🔋|batterie|battery
        🔌|prise|plug
        💡|ampoule|light bulb
        🔒|cadenas|lock
        🔑|clé|key
        🔔|cloche|bell
        ⏰|réveil|alarm clock
        ⏱|chronomètre|stopwatch
        📅|calendrier|calendar
        📍|lieu|location
        📌|punaise|pin
        📧|e-mail|e-mail
        ✉|enveloppe|envelope
        📦|colis|package
        🛒|chariot|shopping cart
        💰|argent|money
        🏠|maison|house
        🚗|voiture|car
        🚲|vélo|bicycle
        🚆|train|train
        ✈|avion|aeroplane
        🚀|fusée|rocket
        🚪|porte|door
        🛏|lit|bed
        🛁|baignoire|bathtub
        ☀|soleil|sun
        🌞|soleil|sun
        ⛅|éclaircies|sun behind a cloud
        ☁|nuage|cloud
        🌧|pluie|rain
        ⛈|orage|thunderstorm
        ❄|neige|snow
        ⛄|bonhomme de neige|snowman
        🌈|arc-en-ciel|rainbow
        ☔|parapluie|umbrella
        💧|goutte|droplet
        🌡|thermomètre|thermometer
        🌙|lune|moon
        🌍|Terre|Earth
        🌳|arbre|tree
        🌸|fleur|flower
        🌹|rose|rose
        🐶|chien|dog
        🐱|chat|cat
        🍎|pomme|apple
        🍕|pizza|pizza
        🍞|pain|bread
        ☕|café|coffee
        🍺|bière|beer
        🍷|vin|wine
        🥂|santé|cheers
        ⚽|ballon de foot|football
        🏆|trophée|trophy
        ⚠|attention|warning
        🚨|alerte|alert
        ❗|attention|exclamation mark
        ❓|question|question mark
        ✅|fait|done
        ✔|fait|done
        ❌|non|no
        ⛔|interdit|no entry
        🚫|interdit|forbidden
        🔴|rouge|red
        🟠|orange|orange
        🟡|jaune|yellow
        🟢|vert|green
        🔵|bleu|blue
        """

    static let names: [Unicode.Scalar: @Sendable (Language) -> String] = {
        var names: [Unicode.Scalar: @Sendable (Language) -> String] = [:]
        for row in Vocabulary.table(table) where row.count == 3 {
            if let scalar = row[0].unicodeScalars.first { names[scalar] = { $0(fr: row[1], en: row[2]) } }
        }
        return names
    }()
}
