/** Registering and changing customers' records: the register of registrations and the steps of customer-info-registration (P64). The records themselves stand in the customer master. */
package dev.kefu.information.registration;
