/** Dining hospitality: the register of meals, their limits, budget and settlement, and the steps of the process hospitality-dining. */
package dev.kefu.relationship.hospitality;
