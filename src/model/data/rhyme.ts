/** The book's running example: four lines, each with its end of line. */
export const rhyme = `Humpty Dumpty sat on a wall,
Humpty Dumpty had a great fall.
All the king's horses and all the king's men
Couldn't put Humpty together again.
`;
