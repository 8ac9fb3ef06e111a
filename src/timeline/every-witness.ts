/** The witness of a gap in which nobody could see, for it was we who stood still: nothing is judged that it touches. */
export const everyWitness = 'every witness';
