/** Repair technicians: what they can repair, and in which districts. */
package dev.kefu.aftersales.technicians;
