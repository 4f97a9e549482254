/** Stands in a data folder while a restore changes it: left behind, the restore was broken off. */
export const restoreBegun = 'restore.begun';
