"""The pages of the window, one folder for each subject: model, view, controller."""
