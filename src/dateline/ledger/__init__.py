"""What follows from a record: headline against body, tensions, commitment, who agrees with whom."""
