package feewright.api.command;

import feewright.api.json.Characters;
import feewright.platform.CustomerText;
import picocli.CommandLine.TypeConversionException;

/** What people will read as the name of a firm or a person. */
record Name(String text) {

    static Name read(String text) {
        try {
            if (Characters.areOneLine(text) && Characters.areVisible(text)) {
                return new Name(new CustomerText(text).text());
            }
        } catch (IllegalArgumentException notStorable) {
            throw new TypeConversionException("the name cannot be kept: " + notStorable.getMessage());
        }
        throw new TypeConversionException("the name shows nothing, or has characters that are not seen");
    }
}
