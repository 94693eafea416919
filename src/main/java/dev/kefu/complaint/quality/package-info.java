/** Product-quality complaints (P60): register, samples, tests, held batches, shares of responsibility, effect of corrections. */
package dev.kefu.complaint.quality;
