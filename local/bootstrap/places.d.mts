export const ROOT: string;
export const LOCAL: string;
export const VENV: string;
export const MODULES: string;
export const PINNED_NODE: string;
