/** Rosters of the after-sales section and the call centre: who is on duty when and where, with every version that was published. */
package dev.kefu.aftersales.roster;
