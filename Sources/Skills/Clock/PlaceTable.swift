/// The places `Places` knows: data, one line for each zone.
enum PlaceTable {
    static let text = """
        Europe/Paris | à Paris=Paname; en France; à Marseille; à Lyon; à Toulouse; à Nice; à Nantes; à Strasbourg; à Montpellier; à Bordeaux; à Lille; à Rennes; à Grenoble; en Corse; en Bretagne | Paris; France; Marseille=Marseilles; Lyon; Toulouse; Nice; Nantes; Strasbourg; Montpellier; Bordeaux; Lille; Rennes; Grenoble; Corsica; Brittany
        Europe/Brussels | à Bruxelles; en Belgique; à Liège; à Anvers; à Gand; à Namur | Brussels; Belgium; Liège; Antwerp; Ghent; Namur
        Europe/Zurich | à Zurich; en Suisse; à Genève; à Lausanne; à Berne; à Bâle | Zurich; Switzerland; Geneva; Lausanne; Bern; Basel
        Europe/Luxembourg | au Luxembourg | Luxembourg
        Europe/Monaco | à Monaco | Monaco
        Europe/Andorra | en Andorre | Andorra
        Europe/London | à Londres; en Angleterre; au Royaume-Uni; en Grande-Bretagne; en Écosse; au pays de Galles; à Édimbourg; à Manchester; à Belfast | London; England; the United Kingdom=UK; Great Britain=Britain; Scotland; Wales; Edinburgh; Manchester; Belfast
        Europe/Dublin | à Dublin; en Irlande | Dublin; Ireland
        Europe/Madrid | à Madrid; en Espagne; à Barcelone; à Séville; à Valence | Madrid; Spain; Barcelona; Seville; Valencia
        Atlantic/Canary | aux Canaries=aux îles Canaries; à Tenerife | the Canary Islands; Tenerife
        Europe/Lisbon | à Lisbonne; au Portugal; à Porto | Lisbon; Portugal; Porto
        Atlantic/Azores | aux Açores | the Azores
        Atlantic/Madeira | à Madère | Madeira
        Europe/Rome | à Rome; en Italie; à Milan; à Naples; à Turin; à Florence; à Venise; en Sicile | Rome; Italy; Milan; Naples; Turin; Florence; Venice; Sicily
        Europe/Vatican | au Vatican | the Vatican=Vatican City
        Europe/Malta | à Malte | Malta
        Europe/Berlin | à Berlin; en Allemagne; à Munich; à Hambourg; à Francfort; à Cologne | Berlin; Germany; Munich; Hamburg; Frankfurt; Cologne
        Europe/Vienna | à Vienne; en Autriche; à Salzbourg | Vienna; Austria; Salzburg
        Europe/Amsterdam | à Amsterdam; aux Pays-Bas=en Hollande; à Rotterdam | Amsterdam; the Netherlands=Holland; Rotterdam
        Europe/Copenhagen | à Copenhague; au Danemark | Copenhagen; Denmark
        Europe/Oslo | à Oslo; en Norvège; à Bergen | Oslo; Norway; Bergen
        Europe/Stockholm | à Stockholm; en Suède; à Göteborg | Stockholm; Sweden; Gothenburg
        Europe/Helsinki | à Helsinki; en Finlande | Helsinki; Finland
        Atlantic/Reykjavik | à Reykjavik; en Islande | Reykjavik; Iceland
        Atlantic/Faroe | aux îles Féroé | the Faroe Islands
        America/Nuuk | à Nuuk; au Groenland | Nuuk; Greenland
        Europe/Warsaw | à Varsovie; en Pologne; à Cracovie | Warsaw; Poland; Krakow
        Europe/Prague | à Prague; en Tchéquie=en République tchèque | Prague; Czechia=the Czech Republic
        Europe/Bratislava | à Bratislava; en Slovaquie | Bratislava; Slovakia
        Europe/Budapest | à Budapest; en Hongrie | Budapest; Hungary
        Europe/Bucharest | à Bucarest; en Roumanie | Bucharest; Romania
        Europe/Sofia | à Sofia; en Bulgarie | Sofia; Bulgaria
        Europe/Athens | à Athènes; en Grèce; en Crète | Athens; Greece; Crete
        Asia/Nicosia | à Nicosie; à Chypre | Nicosia; Cyprus
        Europe/Belgrade | à Belgrade; en Serbie | Belgrade; Serbia
        Europe/Zagreb | à Zagreb; en Croatie | Zagreb; Croatia
        Europe/Ljubljana | à Ljubljana; en Slovénie | Ljubljana; Slovenia
        Europe/Sarajevo | à Sarajevo; en Bosnie | Sarajevo; Bosnia
        Europe/Skopje | à Skopje; en Macédoine du Nord=en Macédoine | Skopje; North Macedonia=Macedonia
        Europe/Tirane | à Tirana; en Albanie | Tirana; Albania
        Europe/Podgorica | à Podgorica; au Monténégro | Podgorica; Montenegro
        Europe/Vilnius | à Vilnius; en Lituanie | Vilnius; Lithuania
        Europe/Riga | à Riga; en Lettonie | Riga; Latvia
        Europe/Tallinn | à Tallinn; en Estonie | Tallinn; Estonia
        Europe/Minsk | à Minsk; en Biélorussie | Minsk; Belarus
        Europe/Kyiv | à Kiev=à Kyiv; en Ukraine; à Odessa | Kyiv=Kiev; Ukraine; Odesa=Odessa
        Europe/Chisinau | à Chisinau; en Moldavie | Chisinau; Moldova
        Europe/Moscow | à Moscou; à Saint-Pétersbourg | Moscow; Saint Petersburg=St Petersburg
        Asia/Yekaterinburg | à Iekaterinbourg | Yekaterinburg
        Asia/Novosibirsk | à Novossibirsk | Novosibirsk
        Asia/Vladivostok | à Vladivostok | Vladivostok
        Europe/Moscow Asia/Novosibirsk Asia/Vladivostok | en Russie | Russia
        Europe/Istanbul | à Istanbul; en Turquie; à Ankara | Istanbul; Turkey; Ankara
        Asia/Tbilisi | à Tbilissi; en Géorgie | Tbilisi
        Asia/Yerevan | à Erevan; en Arménie | Yerevan; Armenia
        Asia/Baku | à Bakou; en Azerbaïdjan | Baku; Azerbaijan
        Asia/Jerusalem | à Jérusalem; en Israël; à Tel Aviv | Jerusalem; Israel; Tel Aviv
        Asia/Gaza | à Gaza; en Palestine | Gaza; Palestine
        Asia/Beirut | à Beyrouth; au Liban | Beirut; Lebanon
        Asia/Damascus | à Damas; en Syrie | Damascus; Syria
        Asia/Amman | à Amman; en Jordanie | Amman; Jordan
        Asia/Baghdad | à Bagdad; en Irak | Baghdad; Iraq
        Asia/Riyadh | à Riyad; en Arabie saoudite; à La Mecque; à Djeddah | Riyadh; Saudi Arabia; Mecca; Jeddah
        Asia/Kuwait | au Koweït | Kuwait
        Asia/Qatar | à Doha; au Qatar | Doha; Qatar
        Asia/Bahrain | à Bahreïn | Bahrain
        Asia/Dubai | à Dubaï; aux Émirats arabes unis=aux Émirats; à Abou Dhabi | Dubai; the United Arab Emirates=UAE=the Emirates; Abu Dhabi
        Asia/Muscat | à Mascate; à Oman | Muscat; Oman
        Asia/Aden | à Sanaa; au Yémen | Sanaa; Yemen
        Asia/Tehran | à Téhéran; en Iran | Tehran; Iran
        Asia/Kabul | à Kaboul; en Afghanistan | Kabul; Afghanistan
        Asia/Karachi | à Karachi; au Pakistan; à Islamabad; à Lahore | Karachi; Pakistan; Islamabad; Lahore
        Asia/Kolkata | à New Delhi=à Delhi; en Inde; à Mumbai=à Bombay; à Calcutta; à Bangalore; à Chennai; à Pondichéry | New Delhi=Delhi; India; Mumbai=Bombay; Kolkata=Calcutta; Bangalore; Chennai; Pondicherry
        Asia/Kathmandu | à Katmandou; au Népal | Kathmandu; Nepal
        Asia/Thimphu | au Bhoutan | Bhutan
        Asia/Dhaka | à Dacca; au Bangladesh | Dhaka; Bangladesh
        Asia/Colombo | à Colombo; au Sri Lanka | Colombo; Sri Lanka
        Indian/Maldives | aux Maldives | the Maldives
        Asia/Almaty | à Almaty; au Kazakhstan | Almaty; Kazakhstan
        Asia/Tashkent | à Tachkent; en Ouzbékistan | Tashkent; Uzbekistan
        Asia/Bishkek | à Bichkek; au Kirghizistan | Bishkek; Kyrgyzstan
        Asia/Ashgabat | au Turkménistan | Turkmenistan
        Asia/Dushanbe | au Tadjikistan | Tajikistan
        Asia/Yangon | à Rangoun; en Birmanie=au Myanmar | Yangon; Myanmar=Burma
        Asia/Bangkok | à Bangkok; en Thaïlande; à Phuket | Bangkok; Thailand; Phuket
        Asia/Vientiane | au Laos | Laos
        Asia/Phnom_Penh | à Phnom Penh; au Cambodge | Phnom Penh; Cambodia
        Asia/Ho_Chi_Minh | à Hanoï; au Viêt Nam=au Vietnam; à Hô Chi Minh-Ville=à Saïgon | Hanoi; Vietnam; Ho Chi Minh City=Saigon
        Asia/Kuala_Lumpur | à Kuala Lumpur; en Malaisie | Kuala Lumpur; Malaysia
        Asia/Singapore | à Singapour | Singapore
        Asia/Jakarta | à Jakarta; à Java | Jakarta; Java
        Asia/Makassar | à Bali; à Denpasar | Bali; Denpasar
        Asia/Jakarta Asia/Makassar | en Indonésie | Indonesia
        Asia/Brunei | au Brunei | Brunei
        Asia/Manila | à Manille; aux Philippines | Manila; the Philippines
        Asia/Shanghai | à Pékin; en Chine; à Shanghai; à Canton; à Shenzhen; à Wuhan | Beijing; China; Shanghai; Guangzhou; Shenzhen; Wuhan
        Asia/Hong_Kong | à Hong Kong | Hong Kong
        Asia/Macau | à Macao | Macau
        Asia/Taipei | à Taipei; à Taïwan | Taipei; Taiwan
        Asia/Tokyo | à Tokyo; au Japon; à Osaka; à Kyoto; à Hiroshima; à Okinawa | Tokyo; Japan; Osaka; Kyoto; Hiroshima; Okinawa
        Asia/Seoul | à Séoul; en Corée=en Corée du Sud | Seoul; South Korea=Korea
        Asia/Pyongyang | à Pyongyang; en Corée du Nord | Pyongyang; North Korea
        Asia/Ulaanbaatar | à Oulan-Bator; en Mongolie | Ulaanbaatar; Mongolia
        Australia/Sydney | à Sydney; à Canberra; à Melbourne | Sydney; Canberra; Melbourne
        Australia/Brisbane | à Brisbane | Brisbane
        Australia/Adelaide | à Adélaïde | Adelaide
        Australia/Darwin | à Darwin | Darwin
        Australia/Perth | à Perth | Perth
        Australia/Hobart | en Tasmanie | Tasmania
        Australia/Sydney Australia/Adelaide Australia/Perth | en Australie | Australia
        Pacific/Auckland | à Auckland; en Nouvelle-Zélande; à Wellington | Auckland; New Zealand; Wellington
        Pacific/Noumea | à Nouméa; en Nouvelle-Calédonie | Nouméa; New Caledonia
        Pacific/Tahiti | à Tahiti; en Polynésie française=en Polynésie; à Papeete; à Bora-Bora | Tahiti; French Polynesia; Papeete; Bora Bora
        Pacific/Marquesas | aux Marquises | the Marquesas
        Pacific/Wallis | à Wallis-et-Futuna=à Wallis | Wallis and Futuna
        Pacific/Fiji | aux Fidji | Fiji
        Pacific/Efate | au Vanuatu | Vanuatu
        Pacific/Tongatapu | aux Tonga | Tonga
        Pacific/Apia | aux Samoa | Samoa
        Pacific/Port_Moresby | en Papouasie-Nouvelle-Guinée | Papua New Guinea
        Pacific/Guam | à Guam | Guam
        Pacific/Honolulu | à Honolulu; à Hawaï=à Hawaii | Honolulu; Hawaii
        America/Anchorage | à Anchorage; en Alaska | Anchorage; Alaska
        America/Los_Angeles | à Los Angeles; à San Francisco; en Californie; à Seattle; à Las Vegas; à San Diego; dans l'Oregon; à Portland | Los Angeles=LA; San Francisco; California; Seattle; Las Vegas=Vegas; San Diego; Oregon; Portland
        America/Phoenix | à Phoenix; en Arizona | Phoenix; Arizona
        America/Denver | à Denver; au Colorado; à Salt Lake City | Denver; Colorado; Salt Lake City
        America/Chicago | à Chicago; au Texas; à Houston; à Dallas; à Austin; à La Nouvelle-Orléans; en Louisiane; à Memphis | Chicago; Texas; Houston; Dallas; Austin; New Orleans; Louisiana; Memphis
        America/New_York | à New York; à Washington; à Boston; à Miami; en Floride; à Philadelphie; à Atlanta | New York=NYC=New York City; Washington; Boston; Miami; Florida; Philadelphia; Atlanta
        America/Detroit | à Détroit | Detroit
        America/New_York America/Chicago America/Denver America/Los_Angeles | aux États-Unis=en Amérique=aux USA | the United States=USA=America=US=the States
        America/Toronto | à Toronto; à Montréal; au Québec; à Ottawa; en Ontario | Toronto; Montreal; Quebec=Quebec City; Ottawa; Ontario
        America/Winnipeg | à Winnipeg | Winnipeg
        America/Edmonton | à Calgary; à Edmonton; en Alberta | Calgary; Edmonton; Alberta
        America/Vancouver | à Vancouver | Vancouver
        America/Halifax | à Halifax; en Nouvelle-Écosse | Halifax; Nova Scotia
        America/Moncton | au Nouveau-Brunswick; à Moncton | New Brunswick; Moncton
        America/St_Johns | à Saint-Jean de Terre-Neuve; à Terre-Neuve | St. John's; Newfoundland
        America/Toronto America/Edmonton America/Vancouver | au Canada | Canada
        America/Miquelon | à Saint-Pierre-et-Miquelon | Saint Pierre and Miquelon
        America/Mexico_City | à Mexico; au Mexique | Mexico City; Mexico
        America/Cancun | à Cancún | Cancun
        America/Tijuana | à Tijuana | Tijuana
        America/Guatemala | au Guatemala | Guatemala
        America/Belize | au Belize | Belize
        America/El_Salvador | au Salvador | El Salvador
        America/Tegucigalpa | au Honduras | Honduras
        America/Managua | au Nicaragua | Nicaragua
        America/Costa_Rica | au Costa Rica; à San José | Costa Rica; San José
        America/Panama | au Panama | Panama
        America/Havana | à La Havane; à Cuba | Havana; Cuba
        America/Jamaica | en Jamaïque; à Kingston | Jamaica; Kingston
        America/Nassau | aux Bahamas | the Bahamas
        America/Port-au-Prince | à Port-au-Prince; à Haïti=en Haïti | Port-au-Prince; Haiti
        America/Santo_Domingo | à Saint-Domingue; en République dominicaine | Santo Domingo; the Dominican Republic
        America/Puerto_Rico | à Porto Rico | Puerto Rico
        America/Guadeloupe | en Guadeloupe; à Pointe-à-Pitre | Guadeloupe; Pointe-à-Pitre
        America/Martinique | en Martinique; à Fort-de-France | Martinique; Fort-de-France
        America/St_Barthelemy | à Saint-Barthélemy | Saint Barthélemy
        America/Barbados | à la Barbade | Barbados
        America/Port_of_Spain | à Trinité-et-Tobago | Trinidad and Tobago
        America/Bogota | à Bogota; en Colombie; à Medellín | Bogotá; Colombia; Medellín
        America/Caracas | à Caracas; au Venezuela | Caracas; Venezuela
        America/Guayaquil | à Quito; en Équateur | Quito; Ecuador
        America/Lima | à Lima; au Pérou; à Cuzco | Lima; Peru; Cusco
        America/La_Paz | à La Paz; en Bolivie | La Paz; Bolivia
        America/Santiago | à Santiago; au Chili | Santiago; Chile
        America/Argentina/Buenos_Aires | à Buenos Aires; en Argentine | Buenos Aires; Argentina
        America/Montevideo | à Montevideo; en Uruguay | Montevideo; Uruguay
        America/Asuncion | à Asuncion; au Paraguay | Asunción; Paraguay
        America/Sao_Paulo | à São Paulo; à Rio de Janeiro=à Rio; à Brasilia | São Paulo; Rio de Janeiro=Rio; Brasília
        America/Manaus | à Manaus | Manaus
        America/Sao_Paulo America/Manaus | au Brésil | Brazil
        America/Cayenne | en Guyane=en Guyane française; à Cayenne | French Guiana; Cayenne
        America/Guyana | au Guyana | Guyana
        America/Paramaribo | au Suriname | Suriname
        Africa/Casablanca | à Casablanca; au Maroc; à Rabat; à Marrakech; à Tanger; à Fès | Casablanca; Morocco; Rabat; Marrakesh=Marrakech; Tangier; Fez
        Africa/Algiers | à Alger; en Algérie; à Oran | Algiers; Algeria; Oran
        Africa/Tunis | à Tunis; en Tunisie; à Djerba | Tunis; Tunisia; Djerba
        Africa/Tripoli | à Tripoli; en Libye | Tripoli; Libya
        Africa/Cairo | au Caire=à Le Caire; en Égypte; à Alexandrie | Cairo; Egypt; Alexandria
        Africa/Khartoum | à Khartoum; au Soudan | Khartoum; Sudan
        Africa/Addis_Ababa | à Addis-Abeba; en Éthiopie | Addis Ababa; Ethiopia
        Africa/Djibouti | à Djibouti | Djibouti
        Africa/Mogadishu | en Somalie | Somalia
        Africa/Nairobi | à Nairobi; au Kenya | Nairobi; Kenya
        Africa/Kampala | en Ouganda | Uganda
        Africa/Kigali | à Kigali; au Rwanda | Kigali; Rwanda
        Africa/Bujumbura | au Burundi | Burundi
        Africa/Dar_es_Salaam | en Tanzanie; à Zanzibar | Tanzania; Zanzibar
        Africa/Nouakchott | à Nouakchott; en Mauritanie | Nouakchott; Mauritania
        Africa/Dakar | à Dakar; au Sénégal | Dakar; Senegal
        Africa/Banjul | en Gambie | Gambia
        Africa/Conakry | à Conakry; en Guinée | Conakry; Guinea
        Africa/Freetown | en Sierra Leone | Sierra Leone
        Africa/Monrovia | au Liberia | Liberia
        Africa/Bamako | à Bamako; au Mali | Bamako; Mali
        Africa/Abidjan | à Abidjan; en Côte d'Ivoire; à Yamoussoukro | Abidjan; Ivory Coast=Côte d'Ivoire; Yamoussoukro
        Africa/Ouagadougou | à Ouagadougou; au Burkina Faso=au Burkina | Ouagadougou; Burkina Faso
        Africa/Accra | à Accra; au Ghana | Accra; Ghana
        Africa/Lome | à Lomé; au Togo | Lomé; Togo
        Africa/Porto-Novo | à Cotonou; au Bénin; à Porto-Novo | Cotonou; Benin; Porto-Novo
        Africa/Niamey | à Niamey; au Niger | Niamey; Niger
        Africa/Lagos | à Lagos; au Nigeria; à Abuja | Lagos; Nigeria; Abuja
        Africa/Ndjamena | à N'Djamena; au Tchad | N'Djamena; Chad
        Africa/Douala | à Douala; au Cameroun; à Yaoundé | Douala; Cameroon; Yaoundé
        Africa/Bangui | à Bangui; en République centrafricaine=en Centrafrique | Bangui; the Central African Republic
        Africa/Libreville | à Libreville; au Gabon | Libreville; Gabon
        Africa/Brazzaville | à Brazzaville; au Congo-Brazzaville | Brazzaville; the Republic of the Congo
        Africa/Kinshasa | à Kinshasa | Kinshasa
        Africa/Lubumbashi | à Lubumbashi | Lubumbashi
        Africa/Kinshasa Africa/Lubumbashi | au Congo=en République démocratique du Congo=en RDC | the Congo=DRC=the Democratic Republic of the Congo
        Africa/Luanda | à Luanda; en Angola | Luanda; Angola
        Africa/Lusaka | en Zambie | Zambia
        Africa/Harare | au Zimbabwe | Zimbabwe
        Africa/Maputo | à Maputo; au Mozambique | Maputo; Mozambique
        Africa/Blantyre | au Malawi | Malawi
        Africa/Windhoek | en Namibie | Namibia
        Africa/Gaborone | au Botswana | Botswana
        Africa/Johannesburg | à Johannesburg; en Afrique du Sud; au Cap; à Durban; à Pretoria | Johannesburg; South Africa; Cape Town; Durban; Pretoria
        Indian/Antananarivo | à Antananarivo=à Tananarive; à Madagascar | Antananarivo; Madagascar
        Indian/Comoro | aux Comores | the Comoros
        Indian/Mayotte | à Mayotte; à Mamoudzou | Mayotte; Mamoudzou
        Indian/Reunion | à La Réunion; à Saint-Denis de La Réunion | Réunion; Saint-Denis
        Indian/Mauritius | à l'île Maurice=à Maurice | Mauritius
        Indian/Mahe | aux Seychelles | the Seychelles
        Atlantic/Cape_Verde | au Cap-Vert | Cape Verde
        Atlantic/Bermuda | aux Bermudes | Bermuda
        Atlantic/Stanley | aux Malouines | the Falklands=the Falkland Islands
        Indian/Kerguelen | aux Kerguelen | the Kerguelen Islands
        Antarctica/McMurdo | au pôle Sud | the South Pole
        UTC | en temps universel=en UTC=en GMT=à Greenwich | UTC=GMT=Greenwich
        """
}
