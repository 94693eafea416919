package dev.kefu.aftersales.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What the specialist registers: the form after-sales-service-register.
 *
 * @param customer name, phone or code to look the customer up; null when another procedure handed the customer over
 * @param receivedAt when the request came
 * @param channel code of the way it came
 * @param contact whom to call
 * @param phone of the contact
 * @param address where the product stands
 * @param district or null
 * @param product what it is about
 * @param model of the product
 * @param serialNo of the unit
 * @param purchaseDate null when the customer does not know
 * @param invoiceNo null when there is none
 * @param warrantyDays from the sale on; null without a purchase date
 * @param warrantyCard whether there is one
 * @param contractValid whether a service contract holds
 * @param ownGoods whether it is stock or a tool of our own
 * @param requestType code of the service that is asked for
 * @param appointment agreed date of a visit, else null
 * @param faultDescription fault or request
 * @param functionImpact code of the effect on use
 * @param dangerous whether persons are in danger
 * @param stopped whether production stands still
 * @param customerCaused whether the customer or force majeure caused it
 * @param openedByOthers whether unauthorised persons opened it
 * @param customMade whether the goods were made for this customer
 * @param wish what the customer wants of a return, else null
 * @param failedRepairs repairs without success, else null
 * @param pricePaid yuan, for a refund, else null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RequestEntry(String customer, OffsetDateTime receivedAt, String channel, String contact, String phone, String address, String district, String product, String model,
                    String serialNo, LocalDate purchaseDate, String invoiceNo, Integer warrantyDays, boolean warrantyCard, boolean contractValid, boolean ownGoods,
                    String requestType, OffsetDateTime appointment, String faultDescription, String functionImpact, boolean dangerous, boolean stopped, boolean customerCaused,
                    boolean openedByOthers, boolean customMade, String wish, Integer failedRepairs, BigDecimal pricePaid) {

  /** How to reach the customer, in one line. */
  String contactFacts() {
    return "Contact 聯系人: " + contact + ", " + phone + ", " + address;
  }
}
