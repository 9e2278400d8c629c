"""What typography rules look for, side by side with the families that name, explain and show them."""
