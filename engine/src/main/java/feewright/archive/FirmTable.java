package feewright.archive;

import java.util.List;

/**
 * A table that holds rows of firms: its kind ({@code fact}, {@code claim}, {@code cursor}, {@code draft} or {@code content}), what it
 * says, and its columns with their types, in their order. Columns that the storage computes by itself are left out.
 */
public record FirmTable(String name, String kind, String says, List<Column> columns) {

    public FirmTable {
        columns = List.copyOf(columns);
    }

    public record Column(String name, String type) {}

    public boolean isContent() {
        return kind.equals("content");
    }
}
