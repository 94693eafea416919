package dev.kefu.information.master;

import dev.kefu.information.CreditStanding;
import dev.kefu.information.CustomerCard;
import java.util.List;

/**
 * A customer's record as it stands, for the procedure that keeps it.
 *
 * @param data what people may enter
 * @param card what others know
 * @param credit from the credit rating, or null before the first one
 * @param dangerState from the list of dangerous customers, or null
 * @param recordVersion counts the changes that took effect
 * @param active false when it is out of use
 * @param formerCodes numbers that were merged into it
 */
public record CustomerState(CustomerData data, CustomerCard card, CreditStanding credit, String dangerState, int recordVersion, boolean active, List<String> formerCodes) {
}
