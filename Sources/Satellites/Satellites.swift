// Microphones and loudspeakers in other rooms.
