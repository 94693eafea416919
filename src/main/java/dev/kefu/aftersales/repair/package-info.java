/** After-sales repair (P55): order, dispatch, estimate and consent, parts, tests, fee, hand-over. */
package dev.kefu.aftersales.repair;
