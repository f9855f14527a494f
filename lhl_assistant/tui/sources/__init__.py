"""What is in the libraries: the list, a document, and the planner's own in and out."""
