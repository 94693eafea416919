/** Feedback on services: the register and the steps of the process service-feedback. */
package dev.kefu.aftersales.feedback;
