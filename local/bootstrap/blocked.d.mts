export class Blocked extends Error {}
