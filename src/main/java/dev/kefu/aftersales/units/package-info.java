/** The register of units: what was sold to whom, and how long its warranty holds. */
package dev.kefu.aftersales.units;
