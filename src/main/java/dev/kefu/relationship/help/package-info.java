/** Help with a customer's difficulty, advice and training: the register and the steps of the process customer-help. */
package dev.kefu.relationship.help;
