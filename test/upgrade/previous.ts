/**
 * The release that upgrades are tried from, as a full git commit. When a release is out it becomes the previous one: name its
 * commit here.
 */
export const PREVIOUS = 'b8c0f24ace7bfcea48a50854e2f8daebaec7d4e9'
