// The words of the account and of the people of the house, in French and English.

import type { Language } from "../wire";

const fr = {
  title: "Compte",
  open: (name: string) => `Compte de ${name}`,
  pages: { account: "Compte", https: "Connexion sûre" },
  back: "Retour à la connexion",

  sessions: {
    title: "Appareils connectés",
    intro: "Vous ne reconnaissez pas un appareil ? Déconnectez-le, puis changez votre mot de passe.",
    current: "Cet appareil",
    unknown: "Appareil inconnu",
    on: (program: string, system: string) => `${program} sur ${system}`,
    used: (time: string) => `Utilisé ${time}`,
    end: "Déconnecter",
    endName: (name: string) => `Déconnecter ${name}`,
    endTitle: (name: string) => `Déconnecter ${name} ?`,
    endAdvice: "Il faudra le mot de passe pour s’y reconnecter.",
    endAll: "Déconnecter tout",
    endAllTitle: "Déconnecter tous les appareils ?",
    endAllAdvice: "Celui-ci aussi : vous reviendrez à l’écran de connexion.",
  },

  https: {
    title: "Connexion sûre à la maison",
    intro: "Jarvis a son propre certificat. Installé une fois sur un appareil, il y ouvre le micro et personne sur le réseau ne peut lire ce que vous dites.",
    link: "Rendre la connexion sûre",
    lines: {
      safe: "Cette page est déjà protégée (https).",
      local: "Cette page vient de la machine de Jarvis : rien ne passe par le réseau.",
      open: "Cette page n’est pas protégée : ce que vous y tapez traverse le réseau en clair, et le micro reste fermé.",
    },
    none: "Il n’y a pas de certificat à installer : https n’est pas en marche (donnez un port à JARVIS_HTTPS_PORT, 3443 par exemple, et relancez Jarvis), ou son certificat est le vôtre.",
    download: "Téléchargez le certificat sur l’appareil.",
    file: "Télécharger jarvis-ca.crt",
    install: "Installez-le : la marche à suivre de chaque appareil est ci-dessous.",
    compare: "Avant d’accepter, comparez son empreinte SHA-256 avec celle que donne, sur la machine de Jarvis, la commande",
    open: "Ouvrez l’adresse https de Jarvis : son terminal l’affiche au démarrage.",
    systems: [
      { title: "Android", names: ["Android"], steps: ["Réglages › Sécurité › Plus de réglages › Chiffrement et identifiants. Le nom varie : cherchez « certificat ».", "Installer un certificat › Certificat CA › Installer quand même.", "Choisissez jarvis-ca.crt dans Téléchargements."] },
      { title: "iPhone et iPad", names: ["iPhone", "iPad"], steps: ["Téléchargez-le avec Safari et autorisez le profil.", "Réglages › Profil téléchargé › Installer.", "Réglages › Général › Informations › Réglages des certificats : activez celui de Jarvis."] },
      { title: "Windows", names: ["Windows"], steps: ["Ouvrez jarvis-ca.crt › Installer un certificat › Utilisateur actuel.", "Placer tous les certificats dans le magasin suivant › Autorités de certification racines de confiance.", "Fermez le navigateur, puis rouvrez-le."] },
      { title: "macOS", names: ["Mac"], steps: ["Ouvrez jarvis-ca.crt : il s’ajoute au Trousseau d’accès.", "Ouvrez-y le certificat de Jarvis › Se fier › Toujours approuver.", "Fermez le navigateur, puis rouvrez-le."] },
      { title: "Linux (Chrome, Chromium)", names: ["Linux", "ChromeOS"], steps: ["Paramètres › Confidentialité et sécurité › Sécurité › Gérer les certificats.", "Autorités › Importer › jarvis-ca.crt, pour identifier des sites web."] },
      { title: "Firefox, sur tout ordinateur", names: [], steps: ["Paramètres › Vie privée et sécurité › Certificats › Afficher les certificats.", "Autorités › Importer › jarvis-ca.crt › Confirmer cette AC pour identifier des sites web."] },
    ],
  },
};

export type AccountTexts = typeof fr;

const en: AccountTexts = {
  title: "Account",
  open: (name) => `Account of ${name}`,
  pages: { account: "Account", https: "Safe connection" },
  back: "Back to sign-in",

  sessions: {
    title: "Signed-in devices",
    intro: "A device you do not know? Sign it out, then change your password.",
    current: "This device",
    unknown: "Unknown device",
    on: (program, system) => `${program} on ${system}`,
    used: (time) => `Used ${time}`,
    end: "Sign out",
    endName: (name) => `Sign out ${name}`,
    endTitle: (name) => `Sign out ${name}?`,
    endAdvice: "It will take the password to sign in there again.",
    endAll: "Sign out everywhere",
    endAllTitle: "Sign out all devices?",
    endAllAdvice: "This one, too: you will be back at the sign-in screen.",
  },

  https: {
    title: "A safe connection at home",
    intro: "Jarvis has a certificate of its own. Installed once on a device, it opens the microphone there, and nobody on the network can read what you say.",
    link: "Make the connection safe",
    lines: {
      safe: "This page is protected already (https).",
      local: "This page comes from the machine Jarvis runs on: nothing passes over the network.",
      open: "This page is not protected: what you type here crosses the network in the clear, and the microphone stays closed.",
    },
    none: "There is no certificate to install: https is off (give JARVIS_HTTPS_PORT a port, 3443 say, and start Jarvis again), or its certificate is your own.",
    download: "Download the certificate on the device.",
    file: "Download jarvis-ca.crt",
    install: "Install it: how that goes on each device is below.",
    compare: "Before accepting, compare its SHA-256 fingerprint with the one shown, on the machine Jarvis runs on, by the command",
    open: "Open the https address of Jarvis: its terminal shows it at start.",
    systems: [
      { title: "Android", names: ["Android"], steps: ["Settings › Security › More settings › Encryption and credentials. The name differs: search for “certificate”.", "Install a certificate › CA certificate › Install anyway.", "Choose jarvis-ca.crt among the downloads."] },
      { title: "iPhone and iPad", names: ["iPhone", "iPad"], steps: ["Download it with Safari and allow the profile.", "Settings › Profile Downloaded › Install.", "Settings › General › About › Certificate Trust Settings: switch on Jarvis’s."] },
      { title: "Windows", names: ["Windows"], steps: ["Open jarvis-ca.crt › Install Certificate › Current User.", "Place all certificates in the following store › Trusted Root Certification Authorities.", "Close the browser and open it again."] },
      { title: "macOS", names: ["Mac"], steps: ["Open jarvis-ca.crt: it is added to Keychain Access.", "Open Jarvis’s certificate there › Trust › Always Trust.", "Close the browser and open it again."] },
      { title: "Linux (Chrome, Chromium)", names: ["Linux", "ChromeOS"], steps: ["Settings › Privacy and security › Security › Manage certificates.", "Authorities › Import › jarvis-ca.crt, for identifying websites."] },
      { title: "Firefox, on any computer", names: [], steps: ["Settings › Privacy & Security › Certificates › View Certificates.", "Authorities › Import › jarvis-ca.crt › Trust this CA to identify websites."] },
    ],
  },
};

export const ACCOUNT_TEXTS: Record<Language, AccountTexts> = { fr, en };
