import type { Phase } from "./view";

// What the page says about the voice, in French and English.

const fr = {
  talk: "Parler à Jarvis",
  talkHelp: "Cliquer pour converser, maintenir pour parler",
  hangUp: "Couper le micro",
  spaceHelp: "Maintenir la barre d’espace pour parler",
  states: {
    idle: "", starting: "Ouverture du micro…", listening: "Je vous écoute", asleep: "Dites « hey Jarvis »", hearing: "Je vous entends", thinking: "Je réfléchis",
  } as Record<Phase, string>,
  speaking: "Je vous réponds",
  held: "Parlez, puis relâchez",
  muted: "Le micro est coupé par l’appareil",
  reconnecting: "Reconnexion… Le micro reste ouvert",
  live: "Le micro est ouvert",
  settings: "Réglages de la voix",
  handsFree: "Mains libres : le micro attend « hey Jarvis »",
  chimes: "Petits sons quand Jarvis s’éveille et quand il vous a entendu",
  volume: "Volume de la voix",
  troubles: {
    insecure: ["Le micro demande une adresse sûre", "Les navigateurs ne l’ouvrent qu’en https, ou sur la machine de Jarvis (http://localhost). Ouvrez Jarvis par une telle adresse."],
    unsupported: ["Ce navigateur ne sait pas écouter", "Mettez-le à jour, ou ouvrez Jarvis dans une version récente de Firefox, Chrome, Edge ou Safari."],
    refused: ["Le micro n’est pas autorisé", "Cliquez sur l’icône à gauche de l’adresse, autorisez le micro pour cette page, puis réessayez. Sur un téléphone, autorisez-le aussi au navigateur, dans les réglages."],
    missing: ["Aucun micro trouvé", "Branchez-en un, ou activez-le dans les réglages de l’appareil, puis réessayez."],
    busy: ["Le micro est déjà pris", "Un autre programme s’en sert : fermez-le, puis réessayez."],
    lost: ["Le micro a été débranché", "Rebranchez-le, puis réessayez."],
    hidden: ["Micro coupé", "La page est restée cachée plus d’une minute. Rouvrez le micro quand vous voulez."],
    unclear: ["Je n’ai pas compris", "Redites-le, un peu plus lentement, ou plus près du micro."],
    silent: ["Le service de parole ne répond pas", "Il redémarre peut-être : réessayez dans un instant. Vous pouvez toujours écrire."],
    speech: ["Le service de parole n’est pas disponible", "Réessayez dans un instant. Vous pouvez toujours écrire."],
  } as Record<string, [string, string]>,
};

export type VoiceTexts = typeof fr;

const en: VoiceTexts = {
  talk: "Talk to Jarvis",
  talkHelp: "Click for a conversation, hold to talk",
  hangUp: "Turn the microphone off",
  spaceHelp: "Hold the space bar to talk",
  states: { idle: "", starting: "Opening the microphone…", listening: "I am listening", asleep: "Say “hey Jarvis”", hearing: "I hear you", thinking: "I am thinking" },
  speaking: "I am answering",
  held: "Talk, then let go",
  muted: "The microphone is muted by the device",
  reconnecting: "Reconnecting… The microphone stays on",
  live: "The microphone is on",
  settings: "Voice settings",
  handsFree: "Hands-free: the microphone waits for “hey Jarvis”",
  chimes: "Short sounds when Jarvis wakes and when it has heard you",
  volume: "Loudness of the voice",
  troubles: {
    insecure: ["The microphone needs a secure address", "Browsers open it on https only, or on the machine Jarvis runs on (http://localhost). Open Jarvis at such an address."],
    unsupported: ["This browser cannot listen", "Update it, or open Jarvis in a recent Firefox, Chrome, Edge or Safari."],
    refused: ["The microphone is not allowed", "Click the icon to the left of the address, allow the microphone for this page, then try again. On a phone, allow it to the browser in the settings, too."],
    missing: ["No microphone was found", "Plug one in, or switch it on in the settings of this device, then try again."],
    busy: ["The microphone is taken", "Another program uses it: close that, then try again."],
    lost: ["The microphone was unplugged", "Plug it in again, then try again."],
    hidden: ["Microphone off", "The page was out of sight for more than a minute. Turn the microphone on again whenever you like."],
    unclear: ["I did not understand", "Say it once more, a little slower, or nearer to the microphone."],
    silent: ["The speech service does not answer", "It may be restarting: try again in a moment. You can always write."],
    speech: ["The speech service is not available", "Try again in a moment. You can always write."],
  },
};

export const VOICE_TEXTS = { fr, en };
