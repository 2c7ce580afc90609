// The words of the account and of the people of the house, in French and English.

import type { Language } from "../wire";

const fr = {
  title: "Compte",
  open: (name: string) => `Compte de ${name}`,

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
};

export type AccountTexts = typeof fr;

const en: AccountTexts = {
  title: "Account",
  open: (name) => `Account of ${name}`,

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
};

export const ACCOUNT_TEXTS: Record<Language, AccountTexts> = { fr, en };
